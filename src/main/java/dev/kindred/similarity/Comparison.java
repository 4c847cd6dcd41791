package dev.kindred.similarity;

import dev.kindred.matrix.RowBuffer;

/** A similarity of the requesting user and another one, before it is shrunk by the number of shared items. */
interface Comparison {

    /**
     * The similarity of a query and a row that have items in common.
     *
     * @param row the row, by its number in {@code rows}
     * @param overlaps the overlaps, of which the last user is the row's
     * @param start where the shared items of that user begin in {@code overlaps}
     * @param dot the dot product of the query and the row
     * @return in [-1, 1]; 0 where it is undefined
     */
    double similarity(Query query, RowBuffer rows, int row, Overlaps overlaps, int start, double dot);
}
