package dev.kindred.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.junit.jupiter.api.Test;

final class MatrixLagTest {

    private final Map<MetricName, Metric> metrics = new HashMap<>();
    private final MatrixLag lag = new MatrixLag(() -> metrics, "affinities");

    private record Fixed(MetricName metricName, Object metricValue) implements Metric {}

    private void put(String name, String client, int partition, double value) {
        put(name, client, "affinities", partition, value);
    }

    private void put(String name, String client, String topic, int partition, double value) {
        Map<String, String> tags = Map.of("client-id", client, "topic", topic, "partition", String.valueOf(partition));
        MetricName metric = new MetricName(name, "consumer-fetch-manager-metrics", "", tags);
        metrics.put(metric, new Fixed(metric, value));
    }

    @Test
    void isTheSumOverThePartitions() {
        put("records-lag", "shop-1-global-consumer", 0, 3);
        put("records-lag", "shop-1-global-consumer", 1, 4);

        assertThat(lag.records()).hasValue(7);
        assertThat(lag.gauge()).isEqualTo(7);
    }

    @Test
    void leavesOutOtherConsumersTopicsAndFigures() {
        put("records-lag", "shop-1-global-consumer", 0, 3);
        put("records-lag", "shop-1-StreamThread-1-consumer", 0, 100);
        put("records-lag", "shop-1-global-consumer", "items", 0, 100);
        put("records-lag-max", "shop-1-global-consumer", 0, 100);

        assertThat(lag.records()).hasValue(3);
    }

    @Test
    void isUnknownUntilSomethingIsRead() {
        put("records-lag", "shop-1-global-consumer", 0, Double.NaN);

        assertThat(lag.records()).isEmpty();
        assertThat(lag.gauge()).isNaN();
    }
}
