package dev.kindred.lab.bench;

import org.HdrHistogram.Histogram;

/**
 * Percentiles of repeated durations.
 *
 * @param medianMicros half took at most this time, in microseconds
 * @param p99Micros 99 in 100 took at most this time
 */
record Times(double medianMicros, double p99Micros) {

    private static final double NANOS_PER_MICRO = 1e3;

    /** Summarizes a histogram in nanoseconds. */
    static Times of(Histogram nanos) {
        return new Times(
                nanos.getValueAtPercentile(50) / NANOS_PER_MICRO, nanos.getValueAtPercentile(99) / NANOS_PER_MICRO);
    }
}
