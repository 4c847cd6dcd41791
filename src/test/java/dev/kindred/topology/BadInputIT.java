package dev.kindred.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.app.KindredApp;
import dev.kindred.app.Topologies;
import dev.kindred.intake.RejectionReason;
import dev.kindred.lab.embedded.EmbeddedKafka;
import dev.kindred.model.CellKey;
import dev.kindred.model.Interaction;
import dev.kindred.model.Recommendations;
import dev.kindred.testing.Deployment;
import dev.kindred.testing.SharedKafka;
import dev.kindred.testing.Streams;
import dev.kindred.testing.TopicTail;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Law: through a real broker too, every record becomes either a list or a dead letter, whatever is in it. */
@Timeout(120)
@ExtendWith(SharedKafka.class)
final class BadInputIT {

    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final List<String> USERS = List.of("alice", "bob", "carol", "dave");

    @Test
    void becomesDeadLettersOrLists(EmbeddedKafka kafka, @TempDir Path directory) throws Exception {
        Deployment deployment = new Deployment(kafka, directory, Map.of("topics.partitions", "4"));
        try (KindredApp app = deployment.start("only");
                Producer<byte[], byte[]> producer = producer(deployment)) {
            Deployment.awaitRunning(app);

            sendGoodEvents(deployment, 0);
            List<Sent> bad = sendBad(producer, deployment);
            sendMisplaced(producer, deployment);
            sendGoodEvents(deployment, 1);

            assertLettersAreWhole(deployment, bad);
            assertAllGoodOnesAreAnswered(deployment);
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Sent(RecordMetadata place, byte @Nullable [] key, byte[] value, RejectionReason reason) {}

    private static Producer<byte[], byte[]> producer(Deployment deployment) {
        Map<String, Object> properties = new HashMap<>(deployment.config().clientProperties());
        properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 3 << 20);
        return new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private static Interaction click(String user, int round) {
        return Streams.click(user, "item-" + round, Streams.START_MS + round);
    }

    private static void sendGoodEvents(Deployment deployment, int round) {
        deployment.send(USERS.stream().map(user -> click(user, round)).toList());
    }

    private static List<Sent> sendBad(Producer<byte[], byte[]> producer, Deployment deployment) throws Exception {
        byte[] key = bytes("alice");
        byte[] cut = bytes("{\"userId\": \"alice\"");
        byte[] noItem = bytes("{\"userId\": \"alice\", \"type\": \"CLICK\"}");
        byte[] huge = RawEvents.encode("alice", "x".repeat(1_000_000), "CLICK", Streams.START_MS, 1);
        byte[] noUser = RawEvents.encode("", "tent", "CLICK", Streams.START_MS, 1);
        return List.of(
                sendBad(producer, deployment, key, cut, RejectionReason.UNDECODABLE),
                sendBad(producer, deployment, null, cut, RejectionReason.UNDECODABLE),
                sendBad(producer, deployment, key, noItem, RejectionReason.INVALID_ITEM),
                sendBad(producer, deployment, key, huge, RejectionReason.INVALID_ITEM),
                sendBad(producer, deployment, key, noUser, RejectionReason.INVALID_USER));
    }

    private static Sent sendBad(
            Producer<byte[], byte[]> producer,
            Deployment deployment,
            byte @Nullable [] key,
            byte[] value,
            RejectionReason reason)
            throws Exception {
        String events = deployment.config().topics().events();
        RecordMetadata place =
                producer.send(new ProducerRecord<>(events, key, value)).get(20, TimeUnit.SECONDS);
        return new Sent(place, key, value, reason);
    }

    /** Every user's event once without a key, once in each partition, as other clients might. */
    private static void sendMisplaced(Producer<byte[], byte[]> producer, Deployment deployment) throws Exception {
        String events = deployment.config().topics().events();
        try (Serializer<Interaction> serializer =
                Topologies.serdes(deployment.config()).interactionSerializer()) {
            for (String user : USERS) {
                byte[] value = serializer.serialize(events, click(user, 2));
                producer.send(new ProducerRecord<>(events, null, value)).get(20, TimeUnit.SECONDS);
                for (int partition = 0; partition < 4; partition++) {
                    producer.send(new ProducerRecord<>(events, partition, bytes(user), value))
                            .get(20, TimeUnit.SECONDS);
                }
            }
        }
    }

    private static void assertLettersAreWhole(Deployment deployment, List<Sent> bad) {
        try (TopicTail<byte[], byte[]> tail = deployment.deadLetters()) {
            List<ConsumerRecord<byte[], byte[]>> letters =
                    tail.awaitCount(bad.size(), DEADLINE).readToEnd().records();

            assertThat(letters).hasSize(bad.size());
            for (Sent sent : bad) {
                ConsumerRecord<byte[], byte[]> letter = letters.stream()
                        .filter(one -> isFrom(sent.place(), one))
                        .findFirst()
                        .orElseThrow();
                assertThat(header(letter, DeadLetters.REASON))
                        .isEqualTo(sent.reason().name());
                assertThat(letter.key()).isEqualTo(sent.key());
                assertThat(letter.value()).isEqualTo(sent.value());
                assertThat(letter.headers().lastHeader(DeadLetters.ORIGINAL_BYTES))
                        .isNull();
            }
        }
    }

    private static boolean isFrom(RecordMetadata place, ConsumerRecord<byte[], byte[]> letter) {
        return header(letter, DeadLetters.TOPIC).equals(place.topic())
                && header(letter, DeadLetters.PARTITION).equals(String.valueOf(place.partition()))
                && header(letter, DeadLetters.OFFSET).equals(String.valueOf(place.offset()));
    }

    private static String header(ConsumerRecord<byte[], byte[]> letter, String name) {
        return new String(
                Objects.requireNonNull(letter.headers().lastHeader(name), name).value(), StandardCharsets.UTF_8);
    }

    /** Each user had two good events and five misplaced ones: one vector has learned all seven. */
    private static void assertAllGoodOnesAreAnswered(Deployment deployment) {
        try (TopicTail<String, Recommendations> tail = deployment.lists()) {
            List<ConsumerRecord<String, Recommendations>> lists =
                    tail.awaitCount(7 * USERS.size(), DEADLINE).readToEnd().records();

            assertThat(lists).hasSize(7 * USERS.size());
            Map<String, List<Long>> versions = lists.stream()
                    .collect(Collectors.groupingBy(
                            ConsumerRecord::key,
                            Collectors.mapping(list -> list.value().vectorVersion(), Collectors.toList())));
            assertThat(versions).containsOnlyKeys(USERS);
            assertThat(versions.values())
                    .allSatisfy(seen -> assertThat(seen).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L));
        }
        assertThat(deployment.cells().get(new CellKey("alice", "item-2")))
                .isNotNull()
                .satisfies(cell -> assertThat(cell.affinity()).isEqualTo(5));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
