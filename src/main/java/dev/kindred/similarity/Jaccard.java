package dev.kindred.similarity;

import dev.kindred.matrix.Row;

/**
 * The number of items that both have, divided by the number that either has: {@code |Q ∩ R| / |Q ∪ R|}.
 *
 * <p>Q are the items of the query, without the negligible ones, and R those of the row; how much either is drawn to them
 * makes no difference, nor how rare they are. It is symmetric where nothing is negligible, in [0, 1], and 1 for the same
 * items. Two users without items would have no similarity; they are given 0. Source: Jaccard, <em>The distribution of the
 * flora in the alpine zone</em>, New Phytologist 11 (1912).
 */
final class Jaccard implements Comparison {

    @Override
    public double similarity(Query query, Row row, Overlaps overlaps, int start, double dot) {
        int shared = overlaps.end() - start;
        int either = query.size() + row.size() - shared;
        return either > 0 ? (double) shared / either : 0;
    }
}
