package dev.kindred.matrix;

import dev.kindred.math.Decay;

/**
 * How much of everybody's taste is kept.
 *
 * @param audience M: the most recent users of an item that are looked at when somebody touches it
 * @param columnCapacity the most recent users of an item that are remembered; at least {@code audience}. It bounds the
 *     matrix, and what rows can know: a user's row holds the cells that their columns remember.
 * @param affinityDecay how a cell's affinity fades, the same as in the users' vectors
 * @param popularityDecay how long a user counts towards the popularity of an item after touching it
 * @param trendingDecay how long a user counts towards what is trending; faster than {@code popularityDecay}, or it tells
 *     the same
 */
public record MatrixSettings(
        int audience, int columnCapacity, Decay affinityDecay, Decay popularityDecay, Decay trendingDecay) {

    public MatrixSettings {
        if (audience < 1) {
            throw new IllegalArgumentException("audience must be positive, got " + audience);
        }
        if (columnCapacity < audience) {
            throw new IllegalArgumentException(
                    "columnCapacity must be at least the audience of " + audience + ", got " + columnCapacity);
        }
    }

    /** What is popular is what is trending. */
    public MatrixSettings(int audience, int columnCapacity, Decay affinityDecay, Decay popularityDecay) {
        this(audience, columnCapacity, affinityDecay, popularityDecay, popularityDecay);
    }
}
