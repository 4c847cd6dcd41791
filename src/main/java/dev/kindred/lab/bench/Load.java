package dev.kindred.lab.bench;

import java.util.Collection;
import org.HdrHistogram.Histogram;

/**
 * How a server answered.
 *
 * @param requestsPerSecond that were answered
 * @param p50Ms half of the answers came within this
 * @param p90Ms all but one in ten came within this
 * @param p99Ms all but one in a hundred came within this
 * @param errors answers whose status is none of 2xx, and requests without an answer
 */
record Load(double requestsPerSecond, double p50Ms, double p90Ms, double p99Ms, long errors) {

    private static final double NANOS_PER_MS = 1e6;

    /**
     * Of a histogram in nanoseconds.
     *
     * @param seconds in which they were measured
     */
    static Load of(Histogram nanos, double seconds, long errors) {
        return new Load(nanos.getTotalCount() / seconds, ms(nanos, 50), ms(nanos, 90), ms(nanos, 99), errors);
    }

    private static double ms(Histogram nanos, double percentile) {
        return nanos.getValueAtPercentile(percentile) / NANOS_PER_MS;
    }

    /** The medians of several turns, and all their errors. */
    static Load median(Collection<Load> turns) {
        return new Load(
                Median.of(turns, Load::requestsPerSecond),
                Median.of(turns, Load::p50Ms),
                Median.of(turns, Load::p90Ms),
                Median.of(turns, Load::p99Ms),
                turns.stream().mapToLong(Load::errors).sum());
    }
}
