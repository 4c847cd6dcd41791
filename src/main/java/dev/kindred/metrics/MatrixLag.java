package dev.kindred.metrics;

import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;

/**
 * The number of committed cells that the matrix has not read yet. It is the sum over all partitions of the affinities,
 * as of the consumer's last answer from the brokers.
 */
public final class MatrixLag {

    private static final String GROUP = "consumer-fetch-manager-metrics";
    private static final String NAME = "records-lag";
    private static final String CLIENT = "-global-consumer"; // suffix of the client id that Kafka Streams assigns

    private final Supplier<? extends Map<MetricName, ? extends Metric>> metrics;
    private final String topic;

    /**
     * A lag that is computed at each call.
     *
     * @param metrics the metrics of the stream and all its clients, {@code KafkaStreams.metrics()}
     * @param topic the topic that fills the matrix
     */
    public MatrixLag(Supplier<? extends Map<MetricName, ? extends Metric>> metrics, String topic) {
        this.metrics = metrics;
        this.topic = topic;
    }

    /** The lag; empty until the first cell is read. */
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

    /** The lag as the value of a gauge; NaN until the first cell is read. */
    double gauge() {
        OptionalLong records = records();
        return records.isPresent() ? records.getAsLong() : Double.NaN;
    }
}
