package dev.kindred.query;

import dev.kindred.catalog.Catalog;
import dev.kindred.matrix.InteractionMatrix;
import dev.kindred.model.ItemDictionary;
import dev.kindred.topology.Topics;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;

/** Looks at a stream, started or not, its matrix and its catalog. Asks no broker. */
public final class StreamStatus implements Supplier<Status> {

    private final KafkaStreams streams;
    private final Topics topics;
    private final InteractionMatrix matrix;
    private final ItemDictionary dictionary;
    private final Catalog catalog;
    private final Supplier<OptionalLong> lag;
    private final BooleanSupplier isReady;
    private final Supplier<List<Status.Restoring>> restoring;

    /**
     * Looks at one stream.
     *
     * @param dictionary of the matrix and the catalog
     * @param lag of the matrix: committed cells that it has not read yet; empty as long as it has read none
     * @param isReady whether questions can be answered
     * @param restoring the stores that are being read back
     */
    public StreamStatus(
            KafkaStreams streams,
            Topics topics,
            InteractionMatrix matrix,
            ItemDictionary dictionary,
            Catalog catalog,
            Supplier<OptionalLong> lag,
            BooleanSupplier isReady,
            Supplier<List<Status.Restoring>> restoring) {
        this.streams = streams;
        this.topics = topics;
        this.matrix = matrix;
        this.dictionary = dictionary;
        this.catalog = catalog;
        this.lag = lag;
        this.isReady = isReady;
        this.restoring = restoring;
    }

    @Override
    public Status get() {
        return new Status(
                streams.state().name(),
                isReady.getAsBoolean(),
                streams.state().isRunningOrRebalancing() ? partitions() : List.of(),
                new Status.Matrix(matrix.users(), matrix.cells(), dictionary.size(), lag.get()),
                catalog.size(),
                restoring.get());
    }

    private List<Integer> partitions() {
        return streams.metadataForLocalThreads().stream()
                .flatMap(thread -> thread.activeTasks().stream())
                .flatMap(task -> task.topicPartitions().stream())
                .filter(partition -> partition.topic().equals(topics.events()))
                .map(TopicPartition::partition)
                .sorted()
                .toList();
    }
}
