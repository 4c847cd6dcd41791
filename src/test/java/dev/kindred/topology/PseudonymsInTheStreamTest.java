package dev.kindred.topology;

import static dev.kindred.testing.Streams.START_MS;
import static dev.kindred.testing.Streams.click;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.model.CellKey;
import dev.kindred.model.ErasureRequest;
import dev.kindred.model.Interaction;
import dev.kindred.model.InteractionType;
import dev.kindred.model.Pseudonyms;
import dev.kindred.model.Recommendations;
import dev.kindred.model.UserAttributes;
import dev.kindred.testing.RandomTest;
import dev.kindred.testing.Streams;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** With pseudonyms, everything behind the first stations is as without, under other ids. */
@SuppressWarnings("NullAway")
final class PseudonymsInTheStreamTest {

    private static final Pseudonyms PSEUDONYMS =
            Pseudonyms.withKey("k".repeat(32).getBytes(UTF_8));

    private final TestStream clear = new TestStream(TestStream.settings(64, 0, 100));
    private final TestStream masked = new TestStream(TestStream.masking(TestStream.settings(64, 0, 100), PSEUDONYMS));

    @AfterEach
    void close() {
        clear.close();
        masked.close();
    }

    private void both(Consumer<TestStream> act) {
        act.accept(clear);
        act.accept(masked);
    }

    /** Who got which items with which scores; ids of users are as {@code name} gives them. */
    private static List<String> lists(TestStream stream, UnaryOperator<String> name) {
        List<String> lists = new ArrayList<>();
        for (TestRecord<String, Recommendations> record : stream.recommendations.readRecordsToList()) {
            Recommendations list = record.value();
            assertThat(list == null ? record.key() : list.userId()).isEqualTo(record.key());
            lists.add(name.apply(record.key())
                    + (list == null
                            ? " none"
                            : list.items().stream()
                                    .map(item -> " %s %.4f %s".formatted(item.itemId(), item.score(), item.reasons()))
                                    .toList()));
        }
        return lists;
    }

    private static List<String> cells(TestStream stream, UnaryOperator<String> name) {
        return stream.affinities.readKeyValuesToList().stream()
                .map(cell -> name.apply(cell.key.userId()) + " " + cell.key.itemId() + " " + cell.value)
                .toList();
    }

    private void assertSameWorlds() {
        assertThat(lists(masked, id -> id)).isEqualTo(lists(clear, PSEUDONYMS::of));
        assertThat(cells(masked, id -> id)).isEqualTo(cells(clear, PSEUDONYMS::of));
    }

    @RandomTest
    void listsAreThoseWithoutPseudonyms(RandomGenerator random) {
        List<Interaction> events = Streams.random(random, 200, 8, 20);

        both(stream -> stream.sendAll(events));

        assertSameWorlds();
    }

    @RandomTest
    void mergesAndErasuresDoWhatTheyDoWithoutPseudonyms(RandomGenerator random) {
        List<Interaction> events = Streams.random(random, 100, 8, 20);

        both(stream -> {
            stream.sendAll(events);
            stream.merge("user-1", "user-2");
            stream.erasures.pipeInput(
                    "user-3", new ErasureRequest("r", "user-3", 0, "asked"), START_MS + 1_000_000_000L);
            stream.send(click("user-4", "item-1", START_MS + 2_000_000_000L));
        });

        assertSameWorlds();
        assertThat(masked.receipts.readValue().held())
                .isEqualTo(clear.receipts.readValue().held());
    }

    @Test
    void aPseudonymInATopicIsTheSameUser() {
        masked.send(click("ann", "book", START_MS));
        masked.send(click(PSEUDONYMS.of("ann"), "lamp", START_MS + 1));

        assertThat(masked.affinities.readKeyValuesToList())
                .extracting(cell -> cell.key)
                .containsExactly(new CellKey(PSEUDONYMS.of("ann"), "book"), new CellKey(PSEUDONYMS.of("ann"), "lamp"));
    }

    @Test
    void aNewKeyIsAMergeOfPseudonyms() {
        Pseudonyms former = Pseudonyms.withKey("f".repeat(32).getBytes(UTF_8));
        masked.send(click(former.of("ann"), "book", START_MS));
        masked.affinities.readKeyValuesToList();

        masked.merge(former.of("ann"), "ann");

        assertThat(masked.affinities.readKeyValuesToList())
                .filteredOn(cell -> cell.value != null)
                .extracting(cell -> cell.key)
                .containsExactly(new CellKey(PSEUDONYMS.of("ann"), "book"));
    }

    @Test
    void aMergeOfAUserAndItsPseudonymIsRefused() {
        masked.merge("ann", PSEUDONYMS.of("ann"));

        assertThat(masked.deadLetters.readRecord().headers().lastHeader(DeadLetters.REASON))
                .isNotNull();
    }

    @Test
    void attributesAreStoredUnderThePseudonym() {
        masked.users.pipeInput("ann", new UserAttributes("ann", Map.of("country", "FR"), Map.of(), START_MS));

        List<String> kept = new ArrayList<>();
        try (var all = masked.driver
                .<Bytes, byte[]>getKeyValueStore(Stores.USER_ATTRIBUTES)
                .all()) {
            all.forEachRemaining(entry ->
                    kept.add(TestStream.SERDES
                                    .userAttributesDeserializer()
                                    .deserialize("users", entry.value)
                                    .userId() + " " + new String(entry.key.get(), UTF_8)));
        }
        assertThat(kept).containsExactly(PSEUDONYMS.of("ann") + " " + PSEUDONYMS.of("ann"));

        masked.users.pipeInput("ann", null);

        assertThat(masked.driver
                        .<Bytes, byte[]>getKeyValueStore(Stores.USER_ATTRIBUTES)
                        .get(Bytes.wrap(PSEUDONYMS.of("ann").getBytes(UTF_8))))
                .isNull();
    }

    /** The inputs of the shop are events, merges, erasures and users; all else the stream writes. */
    @Test
    void noOtherTopicAndNoStoreHasTheId() {
        String id = "customer-0815";
        RecordHeaders headers = new RecordHeaders();
        headers.add("who", id.getBytes(UTF_8));
        byte[] event = TestStream.SERDES.interactionSerializer().serialize("events", click(id, "book", START_MS));
        masked.rawEvents.pipeInput(new TestRecord<>(id.getBytes(UTF_8), event, headers));
        masked.rawEvents.pipeInput(
                new TestRecord<>(id.getBytes(UTF_8), ("no event of " + id).getBytes(UTF_8), headers));
        masked.rawEvents.pipeInput(new TestRecord<>(
                id.getBytes(UTF_8),
                ("{\"userId\":\"" + id + "\",\"itemId\":\"lamp\",\"type\":\"CLICK\"}").getBytes(UTF_8),
                headers));
        masked.send(new Interaction(Optional.empty(), id, "book", InteractionType.CLICK, 1, 1)); // too old
        masked.users.pipeInput(id, new UserAttributes(id, Map.of("country", "FR"), Map.of(), START_MS));
        masked.merge(id, "customer-0816");
        masked.erasures.pipeInput(id, new ErasureRequest("r", id, 0, "asked"));

        List<String> inputs = List.of("events", "merges", "erasures", "users");
        for (String topic : masked.driver.producedTopicNames()) {
            if (!inputs.contains(topic)) {
                assertThat(records(topic)).as(topic).isNotEmpty().noneMatch(text -> text.contains("customer-08"));
            }
        }
        masked.driver.getAllStateStores().keySet().stream()
                .filter(store -> !List.of(Stores.MATRIX, Stores.CATALOG).contains(store))
                .forEach(store -> {
                    try (var all =
                            masked.driver.<Bytes, byte[]>getKeyValueStore(store).all()) {
                        all.forEachRemaining(entry -> assertThat(text(entry.key.get()) + text(entry.value))
                                .as(store)
                                .doesNotContain("customer-08"));
                    }
                });
    }

    private List<String> records(String topic) {
        return masked
                .driver
                .createOutputTopic(topic, new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList()
                .stream()
                .map(record -> Stream.concat(
                                Stream.of(record.key(), record.value()),
                                Stream.of(record.headers().toArray()).map(Header::value))
                        .filter(Objects::nonNull)
                        .map(PseudonymsInTheStreamTest::text)
                        .toList()
                        .toString())
                .toList();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, ISO_8859_1);
    }
}
