package dev.kindred.lab.bench;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The options of the bench.
 *
 * @param events of one measurement of throughput; the first third warms up and is not counted
 * @param users of the simulated shop
 * @param items of the simulated shop
 * @param partitions of all topics
 * @param threads of the stream
 * @param guarantees to measure, each a value of {@code processing.guarantee}
 * @param rounds number of turns of each system; medians are reported
 * @param latencyRate events per second while latency is measured
 * @param latencyDuration duration of the latency measurement; zero skips it
 * @param overrides settings of the application, by key
 */
public record BenchSettings(
        long events,
        int users,
        int items,
        int partitions,
        int threads,
        List<String> guarantees,
        int rounds,
        double latencyRate,
        Duration latencyDuration,
        Map<String, String> overrides) {

    public BenchSettings {
        guarantees = List.copyOf(guarantees);
        overrides = Map.copyOf(overrides);
    }

    EnvironmentSettings environment() {
        return new EnvironmentSettings(users, items, partitions, threads, overrides);
    }
}
