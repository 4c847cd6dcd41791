package dev.kindred.similarity;

import dev.kindred.matrix.RowBuffer;

/**
 * The cosine of the angle between the query and the row, {@code Σ_i q̂(i)·w(i) / (|q̂|·|w|)}: 0 if either has the norm 0.
 *
 * <p>The norms cover all items of each side, the sum covers the shared items. It is symmetric if weights equal
 * interests and rarity does not count. It does not change when either side is multiplied by a positive number. Source:
 * Manning et al., <em>Introduction to Information Retrieval</em>, ch. 6.
 */
final class Cosine implements Comparison {

    @Override
    public double similarity(Query query, RowBuffer rows, int row, Overlaps overlaps, int start, double dot) {
        return Math.max(
                -1, Math.min(dot * query.inverseNorm() * rows.inverseNorm(row), 1)); // rounding may exceed the range
    }
}
