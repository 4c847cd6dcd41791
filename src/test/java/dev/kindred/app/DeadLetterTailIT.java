package dev.kindred.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.http.api.Inspection.DeadLetter;
import dev.kindred.lab.embedded.EmbeddedKafka;
import dev.kindred.model.Interaction;
import dev.kindred.model.Merge;
import dev.kindred.testing.Deployment;
import dev.kindred.testing.SharedKafka;
import dev.kindred.testing.Streams;
import dev.kindred.topology.DeadLetters;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
@ExtendWith(SharedKafka.class)
final class DeadLetterTailIT {

    private static final Interaction EVENT = Streams.click("ann", "tea", 5);

    private final Deployment deployment;

    DeadLetterTailIT(EmbeddedKafka kafka, @TempDir Path directory) {
        deployment = new Deployment(kafka, directory, Map.of("topics.partitions", "3"));
    }

    @BeforeEach
    void createTopics() {
        deployment.createTopics();
    }

    /** Writes a letter about a value that was in a topic of the application. */
    @SuppressWarnings("FutureReturnValueIgnored")
    private void write(int partition, long timestampMs, String topic, byte[] value) {
        ProducerRecord<byte[], byte[]> letter = new ProducerRecord<>(
                deployment.config().topics().deadLetters(), partition, timestampMs, "ann".getBytes(UTF_8), value);
        Map.of(
                        DeadLetters.REASON, "UNKNOWN_TYPE",
                        DeadLetters.DETAIL, "at " + timestampMs,
                        DeadLetters.TOPIC, topic,
                        DeadLetters.PARTITION, "2",
                        DeadLetters.OFFSET, "17")
                .forEach((key, text) -> letter.headers().add(new RecordHeader(key, text.getBytes(UTF_8))));
        try (var producer = new KafkaProducer<>(
                deployment.config().clientProperties(), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(letter);
        }
    }

    private List<DeadLetter> newest(int limit) {
        return new DeadLetterTail(deployment.config()).newest(limit);
    }

    @Test
    void isEmptyWithoutLetters() {
        assertThat(newest(5)).isEmpty();
    }

    @Test
    void hasTheNewestOfAllPartitionsFirst() {
        String merges = deployment.config().topics().merges();
        write(0, 3000, merges, new byte[0]);
        write(1, 4000, merges, new byte[0]);
        write(1, 1000, merges, new byte[0]);
        write(2, 2000, merges, new byte[0]);

        assertThat(newest(3)).extracting(DeadLetter::detail).containsExactly("at 4000", "at 3000", "at 2000");
    }

    @Test
    void decodesTheValuesThatHaveTheFormOfTheirTopic() {
        String events = deployment.config().topics().events();
        byte[] event =
                Topologies.serdes(deployment.config()).interactionSerializer().serialize(events, EVENT);
        write(0, 2000, events, event);
        write(0, 1000, events, "no event".getBytes(UTF_8));
        String merges = deployment.config().topics().merges();
        byte[] merge = Topologies.serdes(deployment.config())
                .mergeSerializer()
                .serialize(merges, new Merge("guest", "ann", 5));
        write(1, 500, merges, merge);

        List<DeadLetter> letters = newest(5);

        assertThat(letters).hasSize(3);
        DeadLetter readable = letters.get(0);
        assertThat(readable.reason()).isEqualTo("UNKNOWN_TYPE");
        assertThat(readable.topic()).isEqualTo(events);
        assertThat(readable.position()).isEqualTo("2/17");
        assertThat(readable.timestampMs()).isEqualTo(2000);
        assertThat(readable.key()).isEqualTo("ann");
        assertThat(readable.decoded()).contains("\"ann\"", "\"tea\"", "\"CLICK\"");
        assertThat(readable.bytes()).isEqualTo(event.length);
        assertThat(letters.get(1).decoded()).isNull();
        assertThat(letters.get(1).preview()).isEqualTo("no event");
        assertThat(letters.get(2).decoded()).contains("\"guest\"", "\"ann\"");
    }
}
