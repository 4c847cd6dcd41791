package dev.kindred.lab.bench;

import org.HdrHistogram.Histogram;

/**
 * The measurements at one size.
 *
 * @param cells in the matrix
 * @param update a refresh by the kept row: neighbors, list and reasons
 * @param fromScratch the same without a row
 * @param cellsPerSecond that the one writer applies to the filled matrix
 * @param bytesPerCell of the matrix on the heap, everything included
 */
record ScalePoint(long cells, Times update, Times fromScratch, double cellsPerSecond, double bytesPerCell) {

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
}
