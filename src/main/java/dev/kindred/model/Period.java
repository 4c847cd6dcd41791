package dev.kindred.model;

import java.time.Instant;

/**
 * A time from an instant, until before another one.
 *
 * @param start {@link Instant#MIN} for always
 * @param end {@link Instant#MAX} for never
 */
public record Period(Instant start, Instant end) {

    /** All time. */
    public static final Period ALWAYS = new Period(Instant.MIN, Instant.MAX);

    public Period {
        Require.that(end.isAfter(start), "end must be after start", end);
    }

    /** Whether a time in epoch milliseconds is in it. */
    public boolean includes(long timeMs) {
        if (start.equals(Instant.MIN) && end.equals(Instant.MAX)) {
            return true;
        }
        Instant time = Instant.ofEpochMilli(timeMs);
        return !time.isBefore(start) && time.isBefore(end);
    }
}
