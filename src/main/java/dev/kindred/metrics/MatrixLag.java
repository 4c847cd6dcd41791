package dev.kindred.metrics;

import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;

/**
 * How many committed cells the matrix has not read yet, as the consumer that fills it knows: the sum over the partitions
 * of the affinities, at its last answer from the brokers.
 */
public final class MatrixLag {

    private static final String GROUP = "consumer-fetch-manager-metrics";
    private static final String NAME = "records-lag";
    private static final String CLIENT = "-global-consumer"; // the end of its id, as Kafka Streams makes it

    private final Supplier<? extends Map<MetricName, ? extends Metric>> metrics;
    private final String topic;

    /**
     * A lag that is computed whenever it is asked for.
     *
     * @param metrics of the stream and all its clients, as {@code KafkaStreams.metrics()} tells them
     * @param topic that the matrix is read from
     */
    public MatrixLag(Supplier<? extends Map<MetricName, ? extends Metric>> metrics, String topic) {
        this.metrics = metrics;
        this.topic = topic;
    }

    /** The lag; empty as long as nothing has been read. */
    public OptionalLong records() {
        long[] lags = metrics.get().values().stream()
                .filter(metric -> isLagOfTheMatrix(metric.metricName()))
                .mapToDouble(metric -> ((Number) metric.metricValue()).doubleValue())
                .filter(lag -> !Double.isNaN(lag))
                .mapToLong(lag -> (long) lag)
                .toArray();
        return lags.length == 0 ? OptionalLong.empty() : OptionalLong.of(sum(lags));
    }

    private static long sum(long[] lags) {
        long sum = 0;
        for (long lag : lags) {
            sum += lag;
        }
        return sum;
    }

    private boolean isLagOfTheMatrix(MetricName metric) {
        return metric.name().equals(NAME)
                && metric.group().equals(GROUP)
                && metric.tags().getOrDefault("client-id", "").endsWith(CLIENT)
                && topic.equals(metric.tags().get("topic"));
    }

    /** As a gauge has it: not a number as long as nothing has been read. */
    double gauge() {
        OptionalLong records = records();
        return records.isPresent() ? records.getAsLong() : Double.NaN;
    }
}
