package dev.kindred.lab.bench;

import java.time.Duration;
import java.util.List;

/** The options of the bench.
 *
 * @param environment the size of the shop and of the stream
 * @param events of one measurement of throughput; the first third warms up and is not counted
 * @param guarantees to measure, each a value of {@code processing.guarantee}
 * @param rounds number of turns of each system; medians are reported
 * @param latencyRate events per second while latency is measured
 * @param latencyDuration duration of the latency measurement; zero skips it
 */
public record BenchSettings(
        EnvironmentSettings environment,
        long events,
        List<String> guarantees,
        int rounds,
        double latencyRate,
        Duration latencyDuration) {

    public BenchSettings {
        guarantees = List.copyOf(guarantees);
    }
}
