package dev.kindred.similarity;

import dev.kindred.matrix.RowBuffer;

/**
 * The number of shared items divided by the number of items of either user: {@code |Q ∩ R| / |Q ∪ R|}.
 *
 * <p>Q are the items of the query without negligible ones, R those of the row. Interests, weights and rarity do not
 * count. It is symmetric if no item is negligible, in [0, 1], and 1 for equal sets of items. It is undefined for two
 * users without items, and 0 is returned. Source: Jaccard, <em>The distribution of the flora in the alpine zone</em>,
 * New Phytologist 11 (1912).
 */
final class Jaccard implements Comparison {

    @Override
    public double similarity(Query query, RowBuffer rows, int row, Overlaps overlaps, int start, double dot) {
        int shared = overlaps.end() - start;
        int either = query.size() + rows.size(row) - shared;
        return either > 0 ? (double) shared / either : 0;
    }
}
