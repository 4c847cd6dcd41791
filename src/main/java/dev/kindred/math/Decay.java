package dev.kindred.math;

import java.time.Duration;

/**
 * Exponential decay with a half-life.
 *
 * <p>The formula is {@code 2^(-elapsed / halfLife)}, the law of radioactive decay.
 *
 * @param halfLifeMs milliseconds until half is left; positive, infinite for no decay
 */
public record Decay(double halfLifeMs) {

    /** No decay. */
    public static final Decay NONE = new Decay(Double.POSITIVE_INFINITY);

    public Decay {
        if (!(halfLifeMs > 0)) {
            throw new IllegalArgumentException("halfLifeMs must be positive, got " + halfLifeMs);
        }
    }

    /**
     * A decay with this half-life.
     *
     * @throws IllegalArgumentException if {@code halfLife} is not positive
     */
    public static Decay ofHalfLife(Duration halfLife) {
        return new Decay(halfLife.toMillis());
    }

    /**
     * The fraction that is left after some time.
     *
     * @param elapsedMs elapsed time; a negative time gives the factor by which the value was greater before
     * @return {@code 2^(-elapsedMs / halfLifeMs)}: in [0, 1] for a positive time; at most the greatest finite double
     *     for a negative one
     */
    public double factor(long elapsedMs) {
        if (elapsedMs == 0 || isNone()) {
            return 1;
        }
        return Math.min(Math.pow(2, -elapsedMs / halfLifeMs), Double.MAX_VALUE);
    }

    public boolean isNone() {
        return Double.isInfinite(halfLifeMs);
    }
}
