package dev.kindred.topology;

import static dev.kindred.testing.Streams.START_MS;
import static dev.kindred.testing.Streams.click;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.intake.RejectionReason;
import dev.kindred.math.Decay;
import dev.kindred.model.Affinity;
import dev.kindred.model.CellKey;
import dev.kindred.model.Interaction;
import dev.kindred.model.InteractionType;
import dev.kindred.model.Merge;
import dev.kindred.model.Recommendations;
import dev.kindred.model.RecommendedItem;
import dev.kindred.profile.PublishedProfile;
import dev.kindred.testing.RandomTest;
import dev.kindred.testing.Streams;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MergingUsersTest {

    private final Map<MergeOutcome, Integer> outcomes = new HashMap<>();
    private TestStream stream = open(TestStream.settings(64, 0, 100));

    private TestStream open(TopologySettings settings) {
        return new TestStream(settings, new StreamObserver() {
            @Override
            public void merged(MergeOutcome outcome) {
                outcomes.merge(outcome, 1, Integer::sum);
            }
        });
    }

    private void restartWith(TopologySettings settings) {
        stream.close();
        stream = open(settings);
    }

    @AfterEach
    void close() {
        stream.close();
    }

    /** The slow twin: who did what, as lists of events that change hands. */
    private static final class Twin {

        private static final Decay MONTH = Decay.ofHalfLife(Duration.ofDays(30));

        private final Map<String, List<Interaction>> events = new HashMap<>();

        void learn(Interaction event) {
            events.computeIfAbsent(event.userId(), user -> new ArrayList<>()).add(event);
        }

        void merge(String from, String into) {
            List<Interaction> moved = events.remove(from);
            if (moved != null) {
                events.computeIfAbsent(into, user -> new ArrayList<>()).addAll(moved);
            }
        }

        Map<CellKey, Affinity> cells() {
            Map<CellKey, Affinity> cells = new HashMap<>();
            events.forEach((user, all) -> all.stream()
                    .collect(Collectors.groupingBy(Interaction::itemId))
                    .forEach((item, ofItem) -> cells.put(new CellKey(user, item), cell(ofItem))));
            return cells;
        }

        private static Affinity cell(List<Interaction> events) {
            long touchedMs =
                    events.stream().mapToLong(Interaction::timestampMs).max().orElseThrow();
            double affinity = events.stream()
                    .mapToDouble(event -> event.strength() * MONTH.factor(touchedMs - event.timestampMs()))
                    .sum();
            int types = events.stream().mapToInt(event -> event.type().bit()).reduce(0, (all, bit) -> all | bit);
            return new Affinity(affinity, touchedMs, types);
        }
    }

    /** Random merges between events: of any two users, repeated, in circles, of unknown users, under any key. */
    private Twin sendEventsAndMerges(RandomGenerator random) {
        Twin twin = new Twin();
        for (Interaction event : Streams.random(random, 400, 8, 20)) {
            stream.send(event);
            twin.learn(event);
            if (random.nextInt(10) == 0) {
                String from = "user-" + random.nextInt(9);
                String into = "user-" + random.nextInt(9);
                stream.merges.pipeInput(random.nextBoolean() ? from : "a session", new Merge(from, into, 0));
                if (!from.equals(into)) {
                    twin.merge(from, into);
                }
            }
        }
        return twin;
    }

    private void assertIsTheTwin(Map<CellKey, Affinity> expected) {
        Map<CellKey, Affinity> published = new HashMap<>();
        stream.affinities.readKeyValuesToList().forEach(cell -> published.compute(cell.key, (key, old) -> cell.value));

        assertThat(published).containsOnlyKeys(expected.keySet());
        expected.forEach((key, cell) -> {
            Affinity actual = Objects.requireNonNull(published.get(key));
            assertThat(actual.affinity()).isCloseTo(cell.affinity(), within(1e-9));
            assertThat(actual.touchedMs()).isEqualTo(cell.touchedMs());
            assertThat(actual.types()).isEqualTo(cell.types());
        });
        assertThat(storedKeys()).isEqualTo(keysOf(expected.keySet()));
    }

    private Set<Bytes> storedKeys() {
        Set<Bytes> keys = new TreeSet<>();
        try (var entries = stream.driver
                .<Bytes, byte[]>getKeyValueStore(Stores.USER_VECTORS)
                .all()) {
            entries.forEachRemaining(entry -> keys.add(entry.key));
        }
        return keys;
    }

    private static Set<Bytes> keysOf(Set<CellKey> cells) {
        Set<Bytes> keys = new TreeSet<>();
        for (CellKey cell : cells) {
            keys.add(Bytes.wrap(CellKey.prefixOf(cell.userId())));
            keys.add(Bytes.wrap(cell.toBytes()));
        }
        return keys;
    }

    @RandomTest
    void leavesEveryCellWithExactlyOneUser(RandomGenerator random) {
        Twin twin = sendEventsAndMerges(random);

        assertIsTheTwin(twin.cells());
        assertThat(outcomes.get(MergeOutcome.MOVED))
                .isEqualTo(outcomes.get(MergeOutcome.TAKEN_UP))
                .isPositive();
        assertThat(outcomes).doesNotContainKey(MergeOutcome.REPEATED);
    }

    /** Nearly all that comes to partition 0 must go to another one first. */
    @RandomTest
    void leavesEveryCellWithExactlyOneUserAcrossPartitions(RandomGenerator random) {
        restartWith(TestStream.settings(new Placement(8)));

        Twin twin = sendEventsAndMerges(random);

        assertIsTheTwin(twin.cells());
    }

    @RandomTest
    void leavesEveryCellWithExactlyOneUserWhereNoIdsAreRemembered(RandomGenerator random) {
        restartWith(TestStream.settings(0, 0, 100));

        Twin twin = sendEventsAndMerges(random);

        assertIsTheTwin(twin.cells());
    }

    @Test
    void givesTheUserTheListOfTheVisitor() {
        stream.sendAll(List.of(
                click("anna", "tent", START_MS),
                click("anna", "stove", START_MS + 1),
                click("ben", "lamp", START_MS),
                click("visitor", "tent", START_MS + 2)));
        stream.recommendations.readRecordsToList();

        stream.merge("visitor", "ben");

        List<KeyValue<String, Recommendations>> lists = stream.recommendations.readKeyValuesToList();
        assertThat(lists).extracting(list -> list.key).containsExactly("visitor", "ben");
        assertThat(lists.get(0).value).isNull();
        Recommendations list = lists.get(1).value;
        assertThat(list.userId()).isEqualTo("ben");
        assertThat(list.items())
                .extracting(RecommendedItem::itemId)
                .contains("stove")
                .doesNotContain("tent");
        assertThat(list.vectorVersion()).isEqualTo(2);
        assertThat(list.triggerEventId()).isEmpty();
        assertThat(list.triggerTimestampMs()).isEqualTo(START_MS + 2);
    }

    @Test
    void doesNothingTheSecondTime() {
        stream.send(click("visitor", "tent", START_MS));
        stream.merge("visitor", "ben");
        stream.affinities.readRecordsToList();
        stream.recommendations.readRecordsToList();

        stream.merge("visitor", "ben");

        assertThat(stream.affinities.isEmpty()).isTrue();
        assertThat(stream.recommendations.isEmpty()).isTrue();
        assertThat(outcomes).isEqualTo(Map.of(MergeOutcome.MOVED, 1, MergeOutcome.TAKEN_UP, 1, MergeOutcome.EMPTY, 1));
    }

    @Test
    void beginsANewVectorWithLaterEventsOfTheOldId() {
        stream.send(click("visitor", "tent", START_MS));
        stream.merge("visitor", "ben");

        stream.send(click("visitor", "lamp", START_MS + 1));

        assertThat(stream.recommendations.readKeyValuesToMap())
                .hasEntrySatisfying(
                        "visitor", list -> assertThat(list.vectorVersion()).isEqualTo(1));
        assertThat(stream.affinities.readKeyValuesToMap())
                .containsEntry(new CellKey("visitor", "tent"), null)
                .hasEntrySatisfying(
                        new CellKey("visitor", "lamp"), cell -> assertThat(cell).isNotNull());
    }

    @Test
    void addsAVectorOnceThatArrivesTwice() {
        stream.send(click("ben", "tent", START_MS));
        stream.send(click("visitor", "tent", START_MS));
        stream.merge("visitor", "ben");
        TestRecord<byte[], byte[]> arrived = sentToOtherTasks().get(1);
        Map<CellKey, Affinity> once = stream.affinities.readKeyValuesToMap();

        stream.rawControl.pipeInput(arrived);

        assertThat(once.get(new CellKey("ben", "tent"))).isEqualTo(new Affinity(2, START_MS, 2));
        assertThat(stream.affinities.readKeyValuesToMap())
                .isEqualTo(Map.of(new CellKey("ben", "tent"), new Affinity(2, START_MS, 2)));
        assertThat(outcomes).containsEntry(MergeOutcome.REPEATED, 1);
    }

    private List<TestRecord<byte[], byte[]>> sentToOtherTasks() {
        return stream.driver
                .createOutputTopic(
                        TestStream.TOPICS.control(), new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"visitor", "ben"})
    void sendsTheRequestToTheUserWhoGoesAndTheVectorToTheOther(String key) {
        stream.send(click("visitor", "tent", START_MS));

        stream.merges.pipeInput(key, new Merge("visitor", "ben", 0));

        assertThat(sentToOtherTasks()).extracting(TestRecord::key).containsExactly(bytes("visitor"), bytes("ben"));
    }

    @Test
    void neverShowsAListAgainThatWaitedForAForgottenUser() {
        restartWith(TestStream.settings(64, 1000, 100));
        stream.send(click("visitor", "tent", START_MS));
        stream.send(click("visitor", "lamp", START_MS + 1)); // waits

        stream.merge("visitor", "ben");
        stream.driver.advanceWallClockTime(Duration.ofSeconds(1));

        List<KeyValue<String, Recommendations>> lists = stream.recommendations.readKeyValuesToList();
        assertThat(lists).extracting(list -> list.key).containsExactly("visitor", "visitor", "ben");
        assertThat(lists.get(1).value).isNull();
    }

    @Test
    void publishesTheProfileOfBothInOneAndTakesTheOtherBack() {
        restartWith(TestStream.publishingProfiles(1));
        stream.send(click("ben", "tent", START_MS));
        stream.send(click("visitor", "lamp", START_MS + 1));
        stream.profiles.readRecordsToList();

        stream.merge("visitor", "ben");
        stream.driver.advanceWallClockTime(Duration.ofSeconds(1));

        List<KeyValue<String, PublishedProfile>> profiles = stream.profiles.readKeyValuesToList();
        assertThat(profiles).extracting(profile -> profile.key).containsExactly("visitor", "ben");
        assertThat(profiles.get(0).value).isNull();
        assertThat(profiles.get(1).value.whole().habits().eventsByType()).isEqualTo(Map.of(InteractionType.CLICK, 2L));
    }

    @Test
    void forgetsSimilarities() {
        var rows = stream.driver.<Bytes, byte[]>getKeyValueStore(Stores.USER_SIMILARITIES);
        stream.send(click("visitor", "tent", START_MS));
        rows.put(Bytes.wrap(bytes("visitor")), new byte[25]);
        rows.put(Bytes.wrap(bytes("ben")), new byte[25]);

        stream.merge("visitor", "ben");

        assertThat(rows.get(Bytes.wrap(bytes("visitor")))).isNull();
        assertThat(rows.get(Bytes.wrap(bytes("ben")))).isNotNull();
    }

    /** Without transactions a crash may fall in between; cells without a header would come back with the next event. */
    @Test
    void forgetsTheHeaderAfterAllCells() {
        stream.send(click("visitor", "tent", START_MS));
        stream.send(click("visitor", "lamp", START_MS + 1));
        stream.merge("visitor", "ben");

        List<byte[]> forgotten = changes().stream()
                .filter(change -> change.value() == null)
                .map(TestRecord::key)
                .toList();
        assertThat(forgotten).hasSize(3);
        assertThat(forgotten.get(2)).isEqualTo(CellKey.prefixOf("visitor"));
    }

    private List<TestRecord<byte[], byte[]>> changes() {
        String changelog = stream.driver.producedTopicNames().stream()
                .filter(topic -> topic.endsWith(Stores.USER_VECTORS + "-changelog"))
                .findAny()
                .orElseThrow();
        return stream.driver
                .createOutputTopic(changelog, new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList();
    }

    @Test
    void movesTheItemsTouchedLastOfAVectorThatFitsIntoNoRecord() {
        TopologySettings settings = TestStream.settings(0, 0, 10_000);

        // 900,000 bytes, of which an item takes 64 and twice its longest id of 256 bytes
        assertThat(settings.maxMovedItems()).isEqualTo(1562);
    }

    @ParameterizedTest
    @CsvSource({"'', ben", "visitor, ''", "ben, ben", "'vis\nitor', ben", "visitor, 'b\u0000'"})
    void rejectsInvalidMerges(String from, String into) {
        stream.merges.pipeInput("any", new Merge(from, into, 0));

        assertRejected(RejectionReason.INVALID_USER, "merges");
    }

    @Test
    void rejectsBytesThatAreNotARequest() {
        byte[] event = RawEvents.encode("visitor", "tent", "CLICK", START_MS, 1);
        for (byte @Nullable [] junk : Arrays.asList(new byte[] {1, 2, 3}, new byte[0], event, null)) {
            stream.rawMerges.pipeInput(new TestRecord<>(bytes("visitor"), junk));

            assertRejected(RejectionReason.UNDECODABLE, "merges");
        }
    }

    @Test
    void rejectsBytesThatAreNotAMovedVector() {
        byte[] request = TestStream.SERDES.mergeSerializer().serialize("any", new Merge("visitor", "ben", 0));
        for (byte @Nullable [] junk : Arrays.asList(new byte[] {1, 2, 3}, request, null)) {
            stream.rawControl.pipeInput(new TestRecord<>(bytes("ben"), junk));

            assertRejected(RejectionReason.UNDECODABLE, "control");
        }
    }

    private void assertRejected(RejectionReason reason, String topic) {
        TestRecord<byte[], byte[]> letter = stream.deadLetters.readRecord();
        assertThat(header(letter, DeadLetters.REASON)).isEqualTo(reason.name());
        assertThat(header(letter, DeadLetters.TOPIC)).isEqualTo(topic);
        assertThat(stream.deadLetters.isEmpty()).isTrue();
        assertThat(outcomes).isEmpty();
    }

    private static String header(TestRecord<byte[], byte[]> letter, String name) {
        return new String(
                Objects.requireNonNull(letter.headers().lastHeader(name), name).value(), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
