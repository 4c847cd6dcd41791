package dev.kindred.math;

import java.time.Duration;

/**
 * Exponential decay with a half-life: after it, half is left.
 *
 * <p>The formula is {@code 2^(-elapsed / halfLife)}, the usual law of radioactive decay.
 *
 * @param halfLifeMs milliseconds until half is left; positive, infinite for no decay
 */
public record Decay(double halfLifeMs) {

    /** Nothing is ever lost. */
    public static final Decay NONE = new Decay(Double.POSITIVE_INFINITY);

    public Decay {
        if (!(halfLifeMs > 0)) {
            throw new IllegalArgumentException("halfLifeMs must be positive, got " + halfLifeMs);
        }
    }

    /**
     * Halves with every half-life.
     *
     * @throws IllegalArgumentException if {@code halfLife} is not positive
     */
    public static Decay ofHalfLife(Duration halfLife) {
        return new Decay(halfLife.toMillis());
    }

    /**
     * The part that is left after some time.
     *
     * @param elapsedMs time that has passed; a negative time answers how much more there was before
     * @return {@code 2^(-elapsedMs / halfLifeMs)}: in [0, 1] for time that has passed, capped at the greatest finite
     *     double for time that has not
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
