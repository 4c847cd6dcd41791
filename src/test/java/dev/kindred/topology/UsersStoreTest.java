package dev.kindred.topology;

import static dev.kindred.testing.Streams.START_MS;
import static dev.kindred.testing.Streams.click;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.model.UserAttributes;
import dev.kindred.state.AttributesReader;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class UsersStoreTest {

    private static final UserAttributes ANN =
            new UserAttributes("ann", Map.of("country", "DE"), Map.of("email", true), START_MS);

    private static final UserAttributes BEN = new UserAttributes("ben", Map.of(), Map.of("email", false), START_MS);

    @AutoClose
    private final TestStream stream = new TestStream();

    private final AttributesReader reader =
            new AttributesReader(TestStream.TOPICS.users(), TestStream.SERDES.userAttributesDeserializer());

    private Optional<UserAttributes> find(String user) {
        KeyValueStore<Bytes, byte[]> store = stream.driver.getKeyValueStore(Stores.USER_ATTRIBUTES);
        return reader.find(store, user);
    }

    @Test
    void holdsTheLastRecordOfEveryUser() {
        stream.users.pipeInput("ann", new UserAttributes("ann", Map.of(), Map.of(), 0));
        stream.users.pipeInput("ben", BEN);

        stream.users.pipeInput("ann", ANN);

        assertThat(find("ann")).hasValue(ANN);
        assertThat(find("ben")).hasValue(BEN);
        assertThat(find("cem")).isEmpty();
    }

    @Test
    void forgetsAUserOnATombstone() {
        stream.users.pipeInput("ann", ANN);

        stream.users.pipeInput("ann", (UserAttributes) null);

        assertThat(find("ann")).isEmpty();
    }

    @Test
    void treatsUnreadableAndForeignValuesAsAbsent() {
        stream.rawUsers.pipeInput("junk", new byte[] {1, 2, 3});
        stream.users.pipeInput("ben", ANN);
        stream.users.pipeInput((String) null, ANN);

        assertThat(find("junk")).isEmpty();
        assertThat(find("ben")).isEmpty();
        assertThat(find("ann")).isEmpty();
    }

    @Test
    void isNoEvent() {
        stream.users.pipeInput("ann", ANN);
        assertThat(stream.recommendations.isEmpty()).isTrue();

        stream.send(click("ann", "tea", START_MS));

        assertThat(stream.recommendations.readValuesToList()).hasSize(1);
    }

    /** Partition 0 of 4: {@code cem} belongs to another one, {@code ann} may too. */
    @Nested
    final class OfSeveralPartitions {

        private static final Placement PLACEMENT = new Placement(4);

        @AutoClose
        private final TestStream several = new TestStream(TestStream.settings(PLACEMENT));

        private final TestOutputTopic<byte[], byte[]> sent = several.driver.createOutputTopic(
                TestStream.TOPICS.users(), new ByteArrayDeserializer(), new ByteArrayDeserializer());

        private static String user(boolean isHere) {
            return Stream.iterate(0, i -> i + 1)
                    .map(i -> "user-" + i)
                    .filter(user -> (PLACEMENT.partitionOf(user) == 0) == isHere)
                    .findFirst()
                    .orElseThrow();
        }

        private static UserAttributes of(String user, String country, long updatedMs) {
            return new UserAttributes(user, Map.of("country", country), Map.of(), updatedMs);
        }

        private void bring(String user, @Nullable UserAttributes attributes, long timestampMs) {
            RecordHeaders headers = new RecordHeaders();
            headers.add("kindred.place", new byte[] {1});
            several.users.pipeInput(new TestRecord<>(user, attributes, headers, Instant.ofEpochMilli(timestampMs)));
        }

        private Optional<UserAttributes> kept(String user) {
            KeyValueStore<Bytes, byte[]> store = several.driver.getKeyValueStore(Stores.USER_ATTRIBUTES);
            return reader.find(store, user);
        }

        @Test
        void aMisplacedRecordIsSentHomeAndLeavesATombstone() {
            String elsewhere = user(false);
            byte[] value = TestStream.SERDES.userAttributesSerializer().serialize("users", of(elsewhere, "DE", 5));

            several.users.pipeInput(elsewhere, of(elsewhere, "DE", 5), 7);

            List<TestRecord<byte[], byte[]>> records = sent.readRecordsToList();
            assertThat(records).hasSize(2).allMatch(record -> new String(record.key(), UTF_8).equals(elsewhere));
            assertThat(records.get(0).value()).isEqualTo(value);
            assertThat(records.get(0).timestamp()).isEqualTo(7);
            assertThat(records.get(1).value()).isNull();
        }

        @Test
        void aMisplacedTombstoneIsSentHomeToo() {
            several.users.pipeInput(user(false), (UserAttributes) null);

            assertThat(sent.readRecordsToList()).hasSize(2).allMatch(record -> record.value() == null);
        }

        @Test
        void aRecordInItsPlaceStays() {
            several.users.pipeInput(user(true), of(user(true), "DE", 5));

            assertThat(sent.isEmpty()).isTrue();
        }

        @Test
        void aRecordThatCameHomeReplacesAnEarlierOne() {
            several.users.pipeInput(user(true), of(user(true), "DE", 5), 5);

            bring(user(true), of(user(true), "FR", 0), 6);

            assertThat(kept(user(true))).hasValue(of(user(true), "FR", 0));
            assertThat(sent.isEmpty()).isTrue();
        }

        @Test
        void aRecordThatCameHomeTooLateIsFollowedByTheOneThatHolds() {
            UserAttributes later = of(user(true), "DE", 9);
            several.users.pipeInput(user(true), later, 9);

            bring(user(true), of(user(true), "FR", 0), 6);
            bring(user(true), null, 8);

            byte[] value = TestStream.SERDES.userAttributesSerializer().serialize("users", later);
            assertThat(kept(user(true))).hasValue(later);
            assertThat(sent.readValuesToList()).containsExactly(value, value);
        }

        @Test
        void aRecordThatCameHomeDoesNotUndoALaterDeletion() {
            several.users.pipeInput(new TestRecord<>(user(true), null, Instant.ofEpochMilli(9)));

            bring(user(true), of(user(true), "FR", 0), 6);

            assertThat(kept(user(true))).isEmpty();
            assertThat(sent.readValuesToList()).containsOnlyNulls().hasSize(1);
        }

        @Test
        void aTombstoneThatCameHomeForgetsAnEarlierRecord() {
            several.users.pipeInput(user(true), of(user(true), "DE", 5), 5);

            bring(user(true), null, 6);

            assertThat(kept(user(true))).isEmpty();
        }
    }
}
