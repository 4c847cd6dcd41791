package dev.kindred.health;

import dev.kindred.query.Health.PartitionLag;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Measures what waits in the inputs of an application: the end of each partition minus the offset that the application
 * has committed. The metric {@code records-lag} of a consumer tells less: it counts from the last fetched record, so it
 * is zero while fetched records wait in memory.
 *
 * <p>The age comes from the first waiting record, so one small batch of each partition that is behind is read. Not
 * thread safe.
 */
final class InputLag implements AutoCloseable {

    private final Consumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions;
    private final String alwaysShown;
    private final Duration timeout;
    private final Clock clock;
    private final Map<TopicPartition, Waiting> oldest = new HashMap<>(); // of the last measurement

    /** The first waiting record of a partition: its offset and its time. */
    private record Waiting(long offset, long timestampMs) {}

    /**
     * A measurement that has not connected yet.
     *
     * @param partitions of all inputs
     * @param alwaysShown a topic whose partitions are in the result even if they are empty
     * @param timeout of each request
     */
    InputLag(
            Consumer<byte[], byte[]> consumer,
            List<TopicPartition> partitions,
            String alwaysShown,
            Duration timeout,
            Clock clock) {
        this.consumer = consumer;
        this.partitions = List.copyOf(partitions);
        this.alwaysShown = alwaysShown;
        this.timeout = timeout;
        this.clock = clock;
    }

    /**
     * A consumer that reads the committed offsets of a group, which it never joins.
     *
     * @param clientProperties how to reach the cluster
     */
    static Consumer<byte[], byte[]> consumer(Map<String, Object> clientProperties, String group) {
        Map<String, Object> properties = new HashMap<>(clientProperties);
        properties.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        properties.put(ConsumerConfig.CLIENT_ID_CONFIG, group + "-lag");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest"); // the log may begin behind the offset
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_uncommitted"); // an open transaction is a lag
        properties.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 1); // one batch
        properties.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 100);
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /**
     * The lag as of now.
     *
     * @throws org.apache.kafka.common.errors.TimeoutException if the brokers do not answer in time
     * @throws org.apache.kafka.common.KafkaException if they refuse
     */
    List<PartitionLag> measure() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, timeout);
        Map<TopicPartition, Long> positions = positions();
        List<TopicPartition> behind = partitions.stream()
                .filter(partition -> ends.getOrDefault(partition, 0L) > positions.getOrDefault(partition, 0L))
                .toList();
        oldest.keySet().retainAll(behind);
        readOldest(behind, positions);
        List<PartitionLag> lags = new ArrayList<>();
        for (TopicPartition partition : partitions) {
            long end = ends.getOrDefault(partition, 0L);
            if (end > 0 || partition.topic().equals(alwaysShown)) {
                long records = Math.max(0, end - positions.getOrDefault(partition, 0L));
                lags.add(new PartitionLag(partition.topic(), partition.partition(), records, age(partition, records)));
            }
        }
        return lags;
    }

    /** The next offset of each partition: the committed one, or the beginning where none is committed or it is gone. */
    private Map<TopicPartition, Long> positions() {
        Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(Set.copyOf(partitions), timeout);
        Map<TopicPartition, Long> positions = new HashMap<>(consumer.beginningOffsets(partitions, timeout));
        committed.forEach((partition, offset) -> {
            if (offset != null) {
                positions.merge(partition, offset.offset(), Math::max);
            }
        });
        return positions;
    }

    /** Reads the first waiting record of the partitions whose position has moved since the last measurement. */
    private void readOldest(List<TopicPartition> behind, Map<TopicPartition, Long> positions) {
        Set<TopicPartition> open = new HashSet<>();
        for (TopicPartition partition : behind) {
            Waiting known = oldest.get(partition);
            if (known == null || known.offset() < positions.getOrDefault(partition, 0L)) {
                oldest.remove(partition);
                open.add(partition);
            }
        }
        if (open.isEmpty()) {
            return;
        }
        consumer.assign(open);
        open.forEach(partition -> consumer.seek(partition, positions.getOrDefault(partition, 0L)));
        long deadlineNs = System.nanoTime() + timeout.toNanos();
        while (!open.isEmpty() && System.nanoTime() - deadlineNs < 0) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                TopicPartition partition = new TopicPartition(record.topic(), record.partition());
                if (open.remove(partition)) {
                    oldest.put(partition, new Waiting(record.offset(), record.timestamp()));
                }
            }
            consumer.pause(consumer.assignment().stream()
                    .filter(partition -> !open.contains(partition))
                    .toList());
        }
        consumer.unsubscribe();
    }

    private Optional<Duration> age(TopicPartition partition, long records) {
        if (records == 0) {
            return Optional.of(Duration.ZERO);
        }
        return Optional.ofNullable(oldest.get(partition))
                .map(waiting -> Duration.ofMillis(Math.max(0, clock.millis() - waiting.timestampMs())));
    }

    @Override
    public void close() {
        consumer.close(org.apache.kafka.clients.consumer.CloseOptions.timeout(Duration.ofSeconds(1)));
    }
}
