package dev.kindred.state;

import dev.kindred.matrix.InteractionMatrix;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.StateRestoreListener;

/** Reads the topics of the model to their ends, before the stream starts. */
public final class ModelRestore {

    private static final Duration TIMEOUT = Duration.ofMinutes(1);

    // The broker answers a fetch with up to so many bytes: enough for one to be decoded while the next one is under
    // way.
    private static final int FETCH_BYTES = 4 << 20;
    private static final int POLL_RECORDS = 2_000;

    private final StateRestoreListener progress;
    private final Optional<SnapshotSettings> snapshots;

    /** @param progress is told of the records read */
    public ModelRestore(StateRestoreListener progress, SnapshotSettings snapshots) {
        this.progress = progress;
        this.snapshots = Optional.of(snapshots).filter(SnapshotSettings::isOn);
    }

    /** The snapshots of a matrix, if there are any. */
    public Optional<MatrixSnapshots> snapshotsOf(InteractionMatrix matrix) {
        return snapshots.map(settings -> new MatrixSnapshots(settings, matrix, Clock.systemUTC()));
    }

    /**
     * Applies the records of a topic, up to those that are its last ones now.
     *
     * @param streams the properties of Kafka Streams
     * @param positions returns later the offsets of the records that were not applied yet
     * @return the offsets of the next records
     * @throws HeapTooSmallException if the model does not fit into the heap
     */
    <K, V> Map<TopicPartition, Long> restore(
            ModelSource<K, V> source, Map<String, Object> streams, Supplier<Map<TopicPartition, Long>> positions) {
        Map<String, Object> properties = consumer(streams, source.store());
        Map<TopicPartition, TopicReader.Range> all = ranges(source.topic(), properties);
        Map<TopicPartition, Long> reached = new HashMap<>();
        HeapWatch heap = new HeapWatch(source.store());
        if (source.snapshots().isEmpty()) {
            load(source, heap, () -> reached.putAll(read(source, properties, all)));
            return reached;
        }
        MatrixSnapshots kept = source.snapshots().get();
        TopicFacts topic =
                TopicFacts.of(source.topic(), new StreamsConfig(streams).getAdminConfigs("restore-" + source.store()));
        Map<Integer, TopicReader.Range> byNumber = new HashMap<>();
        all.forEach((partition, range) -> byNumber.put(partition.partition(), range));
        load(source, heap, () -> {
            Map<TopicPartition, TopicReader.Range> rest = new HashMap<>(all);
            kept.read(topic, byNumber, heap::check)
                    .ifPresent(read -> rest.replaceAll((partition, range) -> new TopicReader.Range(
                            Objects.requireNonNull(read.get(partition.partition())), range.to())));
            reached.putAll(read(source, properties, rest));
        });
        kept.start(topic, byNumber, () -> {
            Map<Integer, Long> now = new HashMap<>();
            positions.get().forEach((partition, position) -> now.put(partition.partition(), position));
            return now;
        });
        return reached;
    }

    private static void load(ModelSource<?, ?> source, HeapWatch heap, Runnable changes) {
        heap.during(() -> {
            source.loader().accept(changes);
            return source;
        });
    }

    private <K, V> Map<TopicPartition, Long> read(
            ModelSource<K, V> source, Map<String, Object> properties, Map<TopicPartition, TopicReader.Range> ranges) {
        ranges.forEach(
                (partition, range) -> progress.onRestoreStart(partition, source.store(), range.from(), range.to()));
        ModelUpdater<K, V> updater = source.updater().get();
        HeapWatch heap = new HeapWatch(source.store());
        heap.warnOf(ranges.values().stream().mapToLong(TopicReader.Range::size).sum());
        TopicReader<K, V> reader = new TopicReader<>(properties, source, ranges);
        Map<TopicPartition, Long> reached = heap.during(() -> reader.read((batch, done) -> {
            updater.update(batch.records());
            progress.onBatchRestored(
                    batch.partition(),
                    source.store(),
                    batch.position(),
                    batch.records().size());
            heap.check(done);
        }));
        ranges.forEach((partition, range) -> progress.onRestoreEnd(partition, source.store(), range.size()));
        return reached;
    }

    /** The properties with which Kafka Streams itself would read the topic, and room for more records at once. */
    private static Map<String, Object> consumer(Map<String, Object> streams, String store) {
        Map<String, Object> properties = new StreamsConfig(streams).getGlobalConsumerConfigs("restore-" + store);
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, POLL_RECORDS);
        properties.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCH_BYTES);
        return properties;
    }

    private static Map<TopicPartition, TopicReader.Range> ranges(String topic, Map<String, Object> properties) {
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic, TIMEOUT).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(partitions, TIMEOUT);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, TIMEOUT);
            Map<TopicPartition, TopicReader.Range> ranges = new HashMap<>();
            partitions.forEach(partition -> ranges.put(
                    partition,
                    new TopicReader.Range(
                            Objects.requireNonNull(beginnings.get(partition)),
                            Objects.requireNonNull(ends.get(partition)))));
            return ranges;
        }
    }
}
