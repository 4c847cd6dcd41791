package dev.kindred.state;

import static dev.kindred.testing.Streams.START_MS;
import static dev.kindred.testing.Streams.click;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.model.CellKey;
import dev.kindred.model.Interaction;
import dev.kindred.model.ItemDictionary;
import dev.kindred.testing.RandomTest;
import dev.kindred.testing.Streams;
import dev.kindred.vector.UserVector;
import dev.kindred.vector.VectorContent;
import dev.kindred.vector.VectorStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.junit.jupiter.api.Test;

final class KafkaVectorStoreTest extends RocksVectorStoreLaws {

    @Override
    VectorStore around(VectorStore kafka) {
        return kafka;
    }

    @RandomTest
    void recoversWritesThatACrashLost(RandomGenerator random) {
        List<Interaction> events = Streams.random(random, 300, 1, 30);
        learnAllButTheLastWrites(events);

        VectorStore restarted = new KafkaVectorStore(bytes, SETTINGS, dictionary);
        live(events, dictionary).forEach((user, vector) -> assertSame(restarted.load(user), vector, dictionary));
    }

    @RandomTest
    void readsWithoutWriting(RandomGenerator random) {
        List<Interaction> events = Streams.random(random, 300, 3, 30);
        events.forEach(this::learn);
        Map<Bytes, byte[]> before = content();
        VectorReader reader = new VectorReader(SETTINGS, dictionary);

        live(events, dictionary)
                .forEach((user, vector) -> assertSame(reader.find(bytes, user).orElseThrow(), vector, dictionary));

        assertThat(reader.find(bytes, "nobody")).isEmpty();
        assertThat(content()).usingRecursiveComparison().isEqualTo(before);
    }

    @RandomTest
    void scansInTheByteOrderOfIds(RandomGenerator random) {
        List<Interaction> events = Streams.ofStrangers(random, Streams.random(random, 300, 20, 30));
        events.forEach(this::learn);
        VectorReader reader = new VectorReader(SETTINGS, dictionary);
        TreeMap<String, UserVector> expected =
                new TreeMap<>((one, other) -> Arrays.compareUnsigned(one.getBytes(UTF_8), other.getBytes(UTF_8)));
        expected.putAll(live(events, dictionary));

        List<String> starts = new ArrayList<>(expected.keySet());
        starts.addAll(List.of("", "aa", "nobody", "\u00e9!"));
        for (String start : starts) {
            NavigableMap<String, UserVector> tail = expected.tailMap(start, false);
            try (VectorScan scan = reader.scanAfter(bytes, start)) {
                tail.forEach((user, vector) -> {
                    StoredVector next = scan.next();
                    assertThat(next.userId()).isEqualTo(user);
                    assertSame(next.vector(), vector, dictionary);
                });
                assertThat(scan.hasNext()).isFalse();
                assertThat(scan.entriesRead())
                        .isEqualTo(tail.values().stream()
                                .mapToInt(v -> 1 + v.size())
                                .sum());
            }
        }
    }

    @Test
    void skipsACellWithoutAHeader() {
        learn(click("ada", "tea", START_MS));
        learn(click("cid", "tea", START_MS));
        bytes.put(Bytes.wrap(new CellKey("bob", "tea").toBytes()), new byte[] {VectorCodec.CELL_VERSION});
        VectorReader reader = new VectorReader(SETTINGS, dictionary);

        try (VectorScan scan = reader.scanAfter(bytes, "")) {
            assertThat(scan).toIterable().extracting(StoredVector::userId).containsExactly("ada", "cid");
        }
    }

    @RandomTest
    void readsACompleteVectorBetweenTheTwoWritesOfAnEvent(RandomGenerator random) {
        List<Interaction> events = Streams.random(random, 300, 1, 30);
        learnAllButTheLastWrites(events);

        UserVector read =
                new VectorReader(SETTINGS, dictionary).find(bytes, "user-0").orElseThrow();
        try (VectorScan scan = new VectorReader(SETTINGS, dictionary).scanAfter(bytes, "")) {
            UserVector scanned = scan.next().vector();
            live(events, dictionary).forEach((user, vector) -> {
                assertSame(read, vector, dictionary);
                assertSame(scanned, vector, dictionary);
            });
        }
    }

    @RandomTest
    void recoversMergedCellsThatACrashLost(RandomGenerator random) {
        List<Interaction> events = Streams.random(random, 60, 2, 30);
        events.forEach(this::learn);
        VectorContent moved = VectorContent.of(store().load("user-1"), dictionary, 100);

        writeTheHeaderOnly(() -> {
            UserVector vector = store().load("user-0");
            store().save("user-0", vector, vector.mergeFrom(moved, "merge"));
        });

        UserVector expected = Objects.requireNonNull(live(events, dictionary).get("user-0"));
        expected.mergeFrom(moved, "merge");
        assertSame(new KafkaVectorStore(bytes, SETTINGS, dictionary).load("user-0"), expected, dictionary);
    }

    /** Writes only the header of the last event. */
    private void learnAllButTheLastWrites(List<Interaction> events) {
        int last = events.size() - 1;
        events.subList(0, last).forEach(this::learn);
        writeTheHeaderOnly(() -> learn(events.get(last)));
    }

    private void writeTheHeaderOnly(Runnable change) {
        Map<Bytes, byte[]> before = content();
        change.run();
        Bytes header = Bytes.wrap(CellKey.prefixOf("user-0"));
        byte[] stored = bytes.get(header);

        content().keySet().forEach(bytes::delete);
        before.forEach(bytes::put);
        bytes.put(header, stored);
    }

    private Map<Bytes, byte[]> content() {
        Map<Bytes, byte[]> content = new LinkedHashMap<>();
        try (KeyValueIterator<Bytes, byte[]> all = bytes.all()) {
            all.forEachRemaining(entry -> content.put(entry.key, entry.value));
        }
        return content;
    }

    @RandomTest
    void doesNotDependOnItemNumbers(RandomGenerator random) {
        List<Interaction> events = Streams.random(random, 300, 5, 30);
        events.forEach(this::learn);
        ItemDictionary later = new ItemDictionary();
        later.numberOf("an item that was met first");

        VectorStore restarted = new KafkaVectorStore(bytes, SETTINGS, later);

        live(events, later).forEach((user, vector) -> assertSame(restarted.load(user), vector, later));
    }
}
