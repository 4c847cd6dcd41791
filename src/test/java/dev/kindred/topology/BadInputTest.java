package dev.kindred.topology;

import static dev.kindred.testing.Streams.START_MS;
import static dev.kindred.testing.Streams.click;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.intake.RejectionReason;
import dev.kindred.matrix.MatrixBounds;
import dev.kindred.model.Interaction;
import dev.kindred.model.InteractionType;
import dev.kindred.model.Item;
import dev.kindred.model.Pseudonyms;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Law: bad input becomes a dead letter with the reason, and the events around it are unaffected. */
class BadInputTest {

    private final TestStream stream = new TestStream();

    @AfterEach
    void close() {
        stream.close();
    }

    private static byte[] good() {
        return TestStream.SERDES.interactionSerializer().serialize("events", click("user-1", "tent", START_MS));
    }

    /** Sends a bad value between two good events and returns its dead letter. */
    private TestRecord<byte[], byte[]> sendBetweenGoodEvents(byte[] bad) {
        stream.sendBytes(good());
        stream.sendBytes(bad);
        stream.sendBytes(good());

        assertThat(stream.recommendations.readRecordsToList()).hasSize(2);
        assertThat(stream.deadLetters.getQueueSize()).isEqualTo(1);
        return stream.deadLetters.readRecord();
    }

    private static String header(TestRecord<byte[], byte[]> letter, String name) {
        return new String(
                Objects.requireNonNull(letter.headers().lastHeader(name), name).value(), StandardCharsets.UTF_8);
    }

    private void assertRejected(byte[] bad, RejectionReason reason) {
        TestRecord<byte[], byte[]> letter = sendBetweenGoodEvents(bad);

        assertThat(header(letter, DeadLetters.REASON)).isEqualTo(reason.name());
        assertThat(letter.value()).isEqualTo(bad);
    }

    @Test
    void learnsItemsOfTheCatalogOnlyWhereThatIsSet() {
        try (TestStream strict = new TestStream(TestStream.bounded(new MatrixBounds(1000, 1000, true)))) {
            strict.items.pipeInput("tent", Item.of("tent", "Tent", List.of()));

            strict.send(click("user-1", "tent", START_MS));
            strict.send(click("user-1", "made-up", START_MS + 1));

            assertThat(header(strict.deadLetters.readRecord(), DeadLetters.REASON))
                    .isEqualTo("UNKNOWN_ITEM");
            assertThat(strict.recommendations.readRecordsToList()).hasSize(1);
        }
    }

    @Test
    void learnsNoFurtherItemsWithoutRoomForThem() {
        try (TestStream small = new TestStream(TestStream.bounded(new MatrixBounds(1000, 5, false)))) {
            for (int i = 0; i < 30; i++) {
                small.send(click("user-1", "item-" + i, START_MS + i));
            }
            small.send(click("user-1", "item-3", START_MS + 40));

            assertThat(small.deadLetters.readRecordsToList())
                    .hasSize(20)
                    .allSatisfy(letter ->
                            assertThat(header(letter, DeadLetters.REASON)).isEqualTo("UNKNOWN_ITEM"));
            assertThat(small.recommendations.readRecordsToList()).hasSize(11);
        }
    }

    @Test
    void carriesTheOriginalAndItsOrigin() {
        byte[] bad = {1, 2, 3};

        TestRecord<byte[], byte[]> letter = sendBetweenGoodEvents(bad);

        assertThat(letter.value()).isEqualTo(bad);
        assertThat(letter.key()).isEqualTo("user-1".getBytes(StandardCharsets.UTF_8));
        assertThat(header(letter, DeadLetters.TOPIC)).isEqualTo("events");
        assertThat(header(letter, DeadLetters.PARTITION)).isEqualTo("0");
        assertThat(header(letter, DeadLetters.OFFSET)).isEqualTo("1");
        assertThat(header(letter, DeadLetters.EXCEPTION)).endsWith("SerializationException");
        assertThat(header(letter, DeadLetters.DETAIL)).isNotBlank();
        assertThat(header(letter, DeadLetters.TIMESTAMP)).matches("[0-9]+");
    }

    /** Neither record nor reason tells what was in it. */
    @Test
    void keepsNoContentWhereNoneIsWanted() {
        try (TestStream without =
                new TestStream(TestStream.masking(TestStream.settings(64, 0, 100), Pseudonyms.NONE))) {
            without.sendBytes("{\"userId\":\"ann\",\"itemId\":\"tea\",\"type\":\"the 'wink' of ann's\"}"
                    .getBytes(StandardCharsets.UTF_8));

            TestRecord<byte[], byte[]> letter = without.deadLetters.readRecord();
            assertThat(letter.key()).isNull();
            assertThat(letter.value()).isNull();
            assertThat(header(letter, DeadLetters.REASON)).isEqualTo("UNKNOWN_TYPE");
            assertThat(header(letter, DeadLetters.DETAIL))
                    .startsWith("type '...' is no known type")
                    .doesNotContain("ann", "wink");
        }
    }

    @Test
    void rejectsTruncatedBytes() {
        assertRejected(Arrays.copyOf(good(), good().length - 3), RejectionReason.UNDECODABLE);
    }

    @Test
    void rejectsAWrongMagicByte() {
        byte[] bad = good();
        bad[0] = 42;
        assertRejected(bad, RejectionReason.UNDECODABLE);
    }

    @Test
    void rejectsAnUnknownSchema() {
        byte[] bad = good();
        ByteBuffer.wrap(bad).putInt(1, 4711);
        assertRejected(bad, RejectionReason.UNDECODABLE);
    }

    @Test
    void rejectsNothingAtAll() {
        assertRejected(new byte[0], RejectionReason.UNDECODABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "us\u0000er", "us\ner"})
    void rejectsUsersThatAreNoId(String user) {
        assertRejected(RawEvents.encode(user, "tent", "CLICK", START_MS, 1), RejectionReason.INVALID_USER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "te\u0000nt"})
    void rejectsItemsThatAreNoId(String item) {
        assertRejected(RawEvents.encode("user-1", item, "CLICK", START_MS, 1), RejectionReason.INVALID_ITEM);
    }

    @Test
    void rejectsAnEventIdThatIsTooLong() {
        Interaction event =
                new Interaction(Optional.of("x".repeat(300)), "user-1", "tent", InteractionType.CLICK, START_MS, 1);
        byte[] bad = TestStream.SERDES.interactionSerializer().serialize("events", event);
        assertRejected(bad, RejectionReason.INVALID_EVENT_ID);
    }

    @Test
    void doesNotForwardHeadersOfProducers() {
        byte[] user = "user-1".getBytes(StandardCharsets.UTF_8);
        RecordHeaders headers = new RecordHeaders();
        headers.add("trace", user);

        stream.rawEvents.pipeInput(new TestRecord<>(user, good(), headers));

        assertThat(stream.recommendations.readRecord().headers()).isEmpty();
        assertThat(stream.affinities.readRecord().headers()).isEmpty();
    }

    @Test
    void rejectsAnUnknownType() {
        assertRejected(RawEvents.encode("user-1", "tent", "UNKNOWN", START_MS, 1), RejectionReason.UNKNOWN_TYPE);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 0, -1, 1e300})
    void rejectsStrengthsThatAreNoPositiveFiniteNumber(double strength) {
        assertRejected(
                RawEvents.encode("user-1", "tent", "CLICK", START_MS, strength), RejectionReason.INVALID_STRENGTH);
    }

    @ParameterizedTest
    @ValueSource(longs = {START_MS / 1000, 0, -1, Long.MAX_VALUE, Long.MIN_VALUE})
    void rejectsTimesThatCannotBeMeant(long timestampMs) {
        assertRejected(RawEvents.encode("user-1", "tent", "CLICK", timestampMs, 1), RejectionReason.INVALID_TIME);
    }

    @Test
    void rejectsATimeThatIsBeyondToleranceInTheFuture() {
        long tomorrowMs = Instant.now().plusSeconds(86_400).toEpochMilli();
        assertRejected(RawEvents.encode("user-1", "tent", "CLICK", tomorrowMs, 1), RejectionReason.INVALID_TIME);
    }

    @Test
    void rejectsAHugeItemAndMarksItAsCut() {
        byte[] bad = RawEvents.encode("user-1", "x".repeat(1_000_000), "CLICK", START_MS, 1);

        TestRecord<byte[], byte[]> letter = sendBetweenGoodEvents(bad);

        assertThat(header(letter, DeadLetters.REASON)).isEqualTo(RejectionReason.INVALID_ITEM.name());
        assertThat(header(letter, DeadLetters.ORIGINAL_BYTES)).isEqualTo(String.valueOf(bad.length));
        assertThat(letter.value()).isEqualTo(Arrays.copyOf(bad, 1000));
    }

    @Test
    void survivesRandomDamage() {
        Random random = new Random(7);
        int sent = 1000;
        for (int i = 0; i < sent; i++) {
            byte[] damaged = good();
            for (int hits = 0; hits < 3; hits++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            stream.sendBytes(damaged);
        }

        long letters = stream.deadLetters.getQueueSize();
        long lists = stream.recommendations.getQueueSize();
        assertThat(letters).isGreaterThan(sent / 2);
        assertThat(letters + lists).isEqualTo(sent);
    }
}
