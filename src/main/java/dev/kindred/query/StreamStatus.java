package dev.kindred.query;

import dev.kindred.catalog.Catalog;
import dev.kindred.matrix.InteractionMatrix;
import dev.kindred.model.ItemDictionary;
import dev.kindred.topology.Topics;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;

/** Looks at a stream, started or not, its matrix and its catalog. Asks no broker. */
public final class StreamStatus implements Supplier<Status> {

    private static final String LAG_GROUP = "consumer-fetch-manager-metrics";
    private static final String LAG = "records-lag";

    private final KafkaStreams streams;
    private final Topics topics;
    private final InteractionMatrix matrix;
    private final ItemDictionary dictionary;
    private final Catalog catalog;
    private final BooleanSupplier isReady;
    private final Supplier<List<Status.Restoring>> restoring;

    /**
     * Looks at one stream.
     *
     * @param dictionary of the matrix and the catalog
     * @param isReady whether questions can be answered
     * @param restoring the stores that are being read back
     */
    public StreamStatus(
            KafkaStreams streams,
            Topics topics,
            InteractionMatrix matrix,
            ItemDictionary dictionary,
            Catalog catalog,
            BooleanSupplier isReady,
            Supplier<List<Status.Restoring>> restoring) {
        this.streams = streams;
        this.topics = topics;
        this.matrix = matrix;
        this.dictionary = dictionary;
        this.catalog = catalog;
        this.isReady = isReady;
        this.restoring = restoring;
    }

    @Override
    public Status get() {
        return new Status(
                streams.state().name(),
                isReady.getAsBoolean(),
                streams.state().isRunningOrRebalancing() ? partitions() : List.of(),
                new Status.Matrix(matrix.users(), matrix.cells(), dictionary.size(), lag()),
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

    /** The sum over the partitions of the matrix's topic, as the consumer measured it at its last fetches. */
    private OptionalLong lag() {
        List<Double> lags = streams.metrics().entrySet().stream()
                .filter(metric -> isLagOfMatrix(metric.getKey()))
                .map(Map.Entry::getValue)
                .map(Metric::metricValue)
                .filter(Double.class::isInstance)
                .map(Double.class::cast)
                .filter(Double::isFinite)
                .toList();
        return lags.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(Math.round(
                        lags.stream().mapToDouble(Double::doubleValue).sum()));
    }

    private boolean isLagOfMatrix(MetricName name) {
        return name.group().equals(LAG_GROUP)
                && name.name().equals(LAG)
                && topics.affinities().equals(name.tags().get("topic"));
    }
}
