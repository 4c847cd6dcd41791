package dev.kindred.matrix;

import dev.kindred.math.Decay;

/**
 * A time that weights are relative to. A weight is therefore constant until the next touch of its
 * cell, although affinities decay.
 *
 * <p>It is a whole number of half-lives since the epoch. Moving it multiplies all weights by a power of two, which is
 * exact for floats.
 *
 * <p>Source: forward decay, Cormode et al., <em>Forward Decay: A Practical Time Decay Model for Streaming Systems</em>
 * (ICDE 2009).
 */
record Landmark(Decay decay, long halfLives) {

    /** Weights beyond 2 to this power move the landmark, far before a float overflows at 2^128. */
    private static final int MAX_EXPONENT = 64;

    static Landmark near(Decay decay, long timestampMs) {
        return new Landmark(decay, (long) Math.floor(halfLivesAt(decay, timestampMs)));
    }

    /** This landmark, or the one near a time if that is later. */
    Landmark movedTo(long timestampMs) {
        return Math.floor(halfLivesAt(decay, timestampMs)) > halfLives ? near(decay, timestampMs) : this;
    }

    /** A value as of a time, relative to this landmark: {@code value · 2^(time / halfLife - halfLives)}. */
    double relative(double value, long asOfMs) {
        return relative(value, asOfMs, 0);
    }

    /** The same, relative to the time that is some half-lives after this landmark. */
    double relative(double value, long asOfMs, int later) {
        if (decay.isNone()) {
            return value;
        }
        double exponent = halfLivesAt(decay, asOfMs) - halfLives - later;
        double whole = Math.floor(exponent);
        int scale = (int) Math.max(-2000, Math.min(2000, whole));
        return Math.scalb(value * Math.pow(2, exponent - whole), scale);
    }

    /** The value of a relative value of 1 at a time. */
    double unitAt(long timestampMs) {
        return decay.isNone() ? 1 : Math.pow(2, halfLives - halfLivesAt(decay, timestampMs));
    }

    /** The same of a value that is relative to the time some half-lives after this landmark; at most 2^64, so that floats stay finite. */
    double unitAt(long timestampMs, int later) {
        return decay.isNone() ? 1 : Math.pow(2, Math.min(64, halfLives - halfLivesAt(decay, timestampMs) + later));
    }

    /** How many half-lives the landmark near a time is after this one. */
    long halfLivesTo(long timestampMs) {
        return (long) Math.floor(halfLivesAt(decay, timestampMs)) - halfLives;
    }

    boolean isOutgrownBy(long timestampMs) {
        return !decay.isNone() && halfLivesAt(decay, timestampMs) - halfLives > MAX_EXPONENT;
    }

    /** Values relative to this landmark, times 2 to this power, are relative to a later one. */
    int exponentTo(Landmark later) {
        return (int) Math.max(-2000, halfLives - later.halfLives);
    }

    private static double halfLivesAt(Decay decay, long timestampMs) {
        return decay.isNone() ? 0 : timestampMs / decay.halfLifeMs();
    }
}
