package dev.kindred.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.lab.embedded.EmbeddedKafka;
import dev.kindred.testing.SharedKafka;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.StateRestoreListener;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedKafka.class)
final class ModelRestoreIT {

    private static final int PARTITIONS = 5;
    private static final String JUNK = "junk";
    private static final String FATAL = "fatal";

    private final String topic = "restored-" + UUID.randomUUID();
    private final Map<String, String> part = new HashMap<>();
    private final RecordedProgress progress = new RecordedProgress();
    private Map<String, Object> streams = Map.of();

    @BeforeEach
    void createTopic(EmbeddedKafka kafka) throws Exception {
        streams = Map.of(
                StreamsConfig.APPLICATION_ID_CONFIG,
                topic,
                StreamsConfig.BOOTSTRAP_SERVERS_CONFIG,
                kafka.bootstrapServers());
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(topic, PARTITIONS, (short) 1)))
                    .all()
                    .get();
        }
    }

    private Map<TopicPartition, Long> restore() {
        return new ModelRestore(progress, new SnapshotSettings(Path.of("none"), Duration.ZERO))
                .restore(
                        new ModelSource<>(
                                "part",
                                topic,
                                new StringDeserializer(),
                                ModelRestoreIT::values,
                                () -> new ModelUpdater<>(part::put, part::remove)),
                        streams,
                        Map::of);
    }

    private static Deserializer<String> values() {
        return (name, bytes) -> bytes == null ? null : decode(new String(bytes, StandardCharsets.UTF_8));
    }

    private static String decode(String value) {
        if (value.equals(JUNK)) {
            throw new SerializationException("junk");
        }
        if (value.equals(FATAL)) {
            throw new IllegalStateException("the registry is down");
        }
        return value;
    }

    private void write(Iterable<Map.Entry<String, Optional<String>>> records) {
        try (KafkaProducer<String, @Nullable String> producer =
                new KafkaProducer<>(producerProperties(), new StringSerializer(), new StringSerializer())) {
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            records.forEach(record -> sent.add(producer.send(new ProducerRecord<>(
                    topic,
                    Math.floorMod(record.getKey().hashCode(), PARTITIONS),
                    record.getKey(),
                    record.getValue().orElse(null)))));
            producer.flush();
            for (Future<RecordMetadata> one : sent) {
                one.get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("the records are not in the topic", e);
        }
    }

    /**
     * One request at a time: of several to a new topic, a broker may accept the second after it has refused the first, which then
     * never gets in (KAFKA-15591).
     */
    private Map<String, Object> producerProperties() {
        return Map.of(
                "bootstrap.servers",
                streams.get(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG),
                "max.in.flight.requests.per.connection",
                "1");
    }

    @Test
    void appliesTheRecordsOfEachPartitionInTheirOrder() {
        SplittableRandom random = new SplittableRandom(7);
        Map<String, String> expected = new HashMap<>();
        List<Map.Entry<String, Optional<String>>> records = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            String key = "key-" + random.nextInt(3_000);
            boolean isTombstone = random.nextInt(4) == 0;
            Optional<String> value =
                    isTombstone ? Optional.empty() : Optional.of(random.nextInt(50) == 0 ? JUNK : "v" + i);
            records.add(Map.entry(key, value));
            if (isTombstone) {
                expected.remove(key);
            } else if (!value.equals(Optional.of(JUNK))) {
                expected.put(key, value.get());
            }
        }
        write(records);

        Map<TopicPartition, Long> positions = restore();

        assertThat(part).isEqualTo(expected);
        assertThat(positions).hasSize(PARTITIONS);
        assertThat(positions.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(20_000);
        assertThat(progress.expected).isEqualTo(20_000);
        assertThat(progress.open).isZero();
    }

    @Test
    void returnsAtOnceWhenTheTopicIsEmpty() {
        assertThat(restore().values()).hasSize(PARTITIONS).containsOnly(0L);
        assertThat(part).isEmpty();
    }

    @Test
    void endsWhenARecordMayBeReadableLater() {
        write(List.of(Map.entry("a", Optional.of("1")), Map.entry("b", Optional.of(FATAL))));

        assertThatThrownBy(this::restore)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the registry is down");
    }

    private static final class RecordedProgress implements StateRestoreListener {

        private long expected;
        private int open;

        @Override
        public void onRestoreStart(TopicPartition partition, String store, long from, long to) {
            expected += to - from;
            open++;
        }

        @Override
        public void onBatchRestored(TopicPartition partition, String store, long offset, long count) {}

        @Override
        public void onRestoreEnd(TopicPartition partition, String store, long count) {
            open--;
        }
    }
}
