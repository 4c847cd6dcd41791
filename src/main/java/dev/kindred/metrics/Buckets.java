package dev.kindred.metrics;

import java.time.Duration;
import java.util.stream.LongStream;

/**
 * The upper bounds of a histogram: 1, 2 and 5 times every power of ten. Each bound is a time series per combination of
 * labels, so there are few. The error of a percentile is at most the width of its bucket.
 *
 * @param from the lowest bound: one, two or five times a power of ten nanoseconds
 * @param to the greatest possible bound
 */
record Buckets(Duration from, Duration to) {

    /** For a refresh; settings limit its work. */
    static final Buckets REFRESH = new Buckets(Duration.ofNanos(50_000), Duration.ofSeconds(1));

    /** From an event to its list: from an idle instance to a start that needs minutes to catch up. */
    static final Buckets LATENCY = new Buckets(Duration.ofMillis(1), Duration.ofMinutes(10));

    /** For HTTP answers. */
    static final Buckets HTTP = new Buckets(Duration.ofMillis(1), Duration.ofSeconds(5));

    /** All bounds, in ascending order. */
    Duration[] bounds() {
        return LongStream.iterate(from.toNanos(), ns -> ns <= to.toNanos(), Buckets::next)
                .mapToObj(Duration::ofNanos)
                .toArray(Duration[]::new);
    }

    /** 2 after 1, 5 after 2, 10 after 5. */
    private static long next(long ns) {
        boolean isTwo = String.valueOf(ns).charAt(0) == '2';
        return isTwo ? ns / 2 * 5 : ns * 2;
    }
}
