package dev.kindred.lab.bench;

import org.HdrHistogram.Histogram;

/**
 * How long something took, many times.
 *
 * @param medianMicros half took at most this, in microseconds
 * @param p99Micros all but one in a hundred took at most this
 */
record Times(double medianMicros, double p99Micros) {

    private static final double NANOS_PER_MICRO = 1e3;

    /** Of a histogram in nanoseconds. */
    static Times of(Histogram nanos) {
        return new Times(
                nanos.getValueAtPercentile(50) / NANOS_PER_MICRO, nanos.getValueAtPercentile(99) / NANOS_PER_MICRO);
    }
}
