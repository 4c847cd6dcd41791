package dev.kindred.similarity;

import dev.kindred.matrix.Row;

/** Says how alike the asking user and another one are, before the number of shared items is weighed. */
interface Comparison {

    /**
     * The similarity of a query and a row that have items in common.
     *
     * @param overlaps whose last user is the row's
     * @param start where the shared items of that user begin in {@code overlaps}
     * @param dot the dot product of the query and the row
     * @return in [-1, 1]; 0 where it is not defined
     */
    double similarity(Query query, Row row, Overlaps overlaps, int start, double dot);
}
