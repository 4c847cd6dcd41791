package dev.kindred.similarity;

import dev.kindred.matrix.RowBuffer;
import dev.kindred.vector.UserVector;

/**
 * All interests of one user, found by item number in one array access.
 *
 * <p>Not thread safe. Call {@link #load} before and {@link #clear} after each use, with the same vector.
 */
final class InterestIndex {

    private double[] interests = new double[1024]; // by item; 0 for items that the vector does not have

    /**
     * Loads a vector.
     *
     * @param items the bound of the item numbers of the rows to compare
     */
    void load(UserVector vector, int items) {
        int greatest = items;
        for (int i = 0; i < vector.size(); i++) {
            greatest = Math.max(greatest, vector.item(i) + 1);
        }
        if (greatest > interests.length) {
            interests = new double[2 * greatest];
        }
        for (int i = 0; i < vector.size(); i++) {
            interests[vector.item(i)] = vector.interest(i);
        }
    }

    /** Unloads a vector. */
    void clear(UserVector vector) {
        for (int i = 0; i < vector.size(); i++) {
            interests[vector.item(i)] = 0;
        }
    }

    /** The dot product of the interests and a row's weights, over the shared items. */
    double dot(RowBuffer rows, int row) {
        double dot = 0;
        for (int place = rows.start(row); place < rows.end(row); place++) {
            int item = rows.item(place);
            if (item < interests.length) { // a row may be newer than the loaded bound
                dot += interests[item] * rows.weight(place);
            }
        }
        return dot;
    }
}
