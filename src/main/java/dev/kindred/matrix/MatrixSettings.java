package dev.kindred.matrix;

import dev.kindred.math.Decay;

/**
 * The size of the matrix, and its decays.
 *
 * @param audience M: the most recent users of an item that are searched when a user touches it
 * @param columnCapacity the most recent users of an item that are kept; at least {@code audience}. It bounds the matrix
 *     and its rows: a user's row holds the cells that their columns keep.
 * @param affinityDecay the decay of a cell's affinity, the same as in the users' vectors
 * @param popularityDecay the decay of a user's part in the popularity of an item
 * @param trendingDecay the decay of a user's part in the trend of an item; faster than {@code popularityDecay}, else
 *     both give the same list
 * @param bounds of users and items
 */
public record MatrixSettings(
        int audience,
        int columnCapacity,
        Decay affinityDecay,
        Decay popularityDecay,
        Decay trendingDecay,
        MatrixBounds bounds) {

    public MatrixSettings {
        if (audience < 1) {
            throw new IllegalArgumentException("audience must be positive, got " + audience);
        }
        if (columnCapacity < audience) {
            throw new IllegalArgumentException(
                    "columnCapacity must be at least the audience of " + audience + ", got " + columnCapacity);
        }
    }

    /** Settings without bounds. */
    public MatrixSettings(
            int audience, int columnCapacity, Decay affinityDecay, Decay popularityDecay, Decay trendingDecay) {
        this(audience, columnCapacity, affinityDecay, popularityDecay, trendingDecay, MatrixBounds.NONE);
    }

    /** Settings with one decay for popularity and trends. */
    public MatrixSettings(int audience, int columnCapacity, Decay affinityDecay, Decay popularityDecay) {
        this(audience, columnCapacity, affinityDecay, popularityDecay, popularityDecay);
    }
}
