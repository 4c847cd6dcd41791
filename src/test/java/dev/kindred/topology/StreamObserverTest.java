package dev.kindred.topology;

import static dev.kindred.testing.Streams.START_MS;
import static dev.kindred.testing.Streams.click;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.intake.RejectionReason;
import dev.kindred.model.Interaction;
import dev.kindred.model.InteractionType;
import dev.kindred.testing.RandomTest;
import dev.kindred.testing.Streams;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Law: the observer receives exactly the records in and out. */
final class StreamObserverTest {

    private static final long DAY_MS = 86_400_000;

    private final Notes notes = new Notes();
    private final TestStream stream = new TestStream(TestStream.settings(64, 0, 100), notes);

    private static final class Notes implements StreamObserver {

        private final List<InteractionType> accepted = new ArrayList<>();
        private final List<RejectionReason> rejected = new ArrayList<>();
        private final List<Long> elapsedNs = new ArrayList<>();
        private final List<Long> latencyMs = new ArrayList<>();
        private int rerouted;

        @Override
        public void accepted(InteractionType type) {
            accepted.add(type);
        }

        @Override
        public void rerouted() {
            rerouted++;
        }

        @Override
        public void rejected(RejectionReason reason) {
            rejected.add(reason);
        }

        @Override
        public void refreshed(long tookNs, long sinceArrivalMs) {
            elapsedNs.add(tookNs);
            latencyMs.add(sinceArrivalMs);
        }
    }

    @AfterEach
    void close() {
        stream.close();
    }

    /** Sends the same wherever its user lives, or under a key that is not its user. */
    private void sendAnywhere(RandomGenerator random, Interaction event) {
        String key = random.nextBoolean() ? event.userId() : "somebody";
        stream.events.pipeInput(key, event);
    }

    @RandomTest
    void hearsOfEveryEventOnce(RandomGenerator random) {
        List<Interaction> events = Streams.random(random, 300, 20, 40);

        events.forEach(event -> sendAnywhere(random, event));

        int rerouted = stream.driver
                .createOutputTopic(
                        TestStream.TOPICS.control(), new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList()
                .size();
        assertThat(notes.rerouted).isEqualTo(rerouted).isPositive();
        assertThat(notes.accepted)
                .containsExactlyInAnyOrderElementsOf(
                        events.stream().map(Interaction::type).toList());
        assertThat(notes.rejected).isEmpty();
    }

    @RandomTest
    void hearsOfEveryListOnce(RandomGenerator random) {
        stream.sendAll(Streams.random(random, 300, 20, 40));

        assertThat(notes.elapsedNs)
                .hasSize((int) stream.recommendations.getQueueSize())
                .allMatch(took -> took > 0);
    }

    @RandomTest
    void hearsOfEveryDeadLetterWithItsReason(RandomGenerator random) {
        for (int i = 0; i < 300; i++) {
            stream.sendBytes(anything(random));
        }

        List<RejectionReason> written = stream.deadLetters.readRecordsToList().stream()
                .map(StreamObserverTest::reason)
                .toList();
        assertThat(notes.rejected).isEqualTo(written).isNotEmpty();
        assertThat(notes.accepted.size() + notes.rejected.size()).isEqualTo(300);
    }

    /** A good event, or one with something wrong. */
    private static byte[] anything(RandomGenerator random) {
        return switch (random.nextInt(5)) {
            case 0 -> new byte[] {1, 2, 3};
            case 1 -> RawEvents.encode("", "tent", "CLICK", START_MS, 1);
            case 2 -> RawEvents.encode("user-1", "tent", "CLICK", START_MS, -1);
            case 3 -> RawEvents.encode("user-1", "tent", "CLICK", 0, 1);
            default -> RawEvents.encode("user-1", "tent", "CLICK", START_MS, 1);
        };
    }

    private static RejectionReason reason(TestRecord<byte[], byte[]> letter) {
        byte[] name = Objects.requireNonNull(letter.headers().lastHeader(DeadLetters.REASON))
                .value();
        return RejectionReason.valueOf(new String(name, StandardCharsets.UTF_8));
    }

    @Test
    void measuresLatencyFromTheArrivalOfTheEvent() {
        Interaction event = click("user-1", "tent", START_MS);
        Instant anHourAgo = Instant.now().minusSeconds(3600);

        stream.events.pipeInput("user-1", event, anHourAgo);

        long computedAtMs = stream.recommendations.readValue().computedAtMs();
        assertThat(notes.latencyMs).containsExactly(computedAtMs - anHourAgo.toEpochMilli());
    }

    @Test
    void countsLatenciesAboveADayAsADay() {
        stream.events.pipeInput("user-1", click("user-1", "tent", START_MS), Instant.ofEpochMilli(START_MS));

        assertThat(notes.latencyMs).containsExactly(DAY_MS);
    }
}
