package dev.kindred.lab.bench;

import java.util.Collection;
import org.HdrHistogram.Histogram;

/**
 * Throughput and latency of a server.
 *
 * @param requestsPerSecond that were answered
 * @param p50Ms half of the answers came within this time
 * @param p90Ms 9 in 10 answers came within this time
 * @param p99Ms 99 in 100 answers came within this time
 * @param errors answers with a status other than 2xx, and requests without an answer
 */
record Load(double requestsPerSecond, double p50Ms, double p90Ms, double p99Ms, long errors) {

    private static final double NANOS_PER_MS = 1e6;

    /**
     * Summarizes a histogram in nanoseconds.
     *
     * @param seconds duration of the measurement
     */
    static Load of(Histogram nanos, double seconds, long errors) {
        return new Load(nanos.getTotalCount() / seconds, ms(nanos, 50), ms(nanos, 90), ms(nanos, 99), errors);
    }

    private static double ms(Histogram nanos, double percentile) {
        return nanos.getValueAtPercentile(percentile) / NANOS_PER_MS;
    }

    /** The medians of several turns, and the sum of their errors. */
    static Load median(Collection<Load> turns) {
        return new Load(
                Median.of(turns, Load::requestsPerSecond),
                Median.of(turns, Load::p50Ms),
                Median.of(turns, Load::p90Ms),
                Median.of(turns, Load::p99Ms),
                turns.stream().mapToLong(Load::errors).sum());
    }
}
