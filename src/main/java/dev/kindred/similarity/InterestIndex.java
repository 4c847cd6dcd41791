package dev.kindred.similarity;

import dev.kindred.matrix.Row;
import dev.kindred.vector.UserVector;

/**
 * One user's interests, all of them, found by item number in one array access.
 *
 * <p>Not thread safe; {@link #load} and {@link #clear} around each use, with the same vector.
 */
final class InterestIndex {

    private double[] interests = new double[1024]; // by item; 0 for items that the vector does not have

    /**
     * Takes in a vector.
     *
     * @param items all item numbers of rows to come are below this
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

    /** Forgets a vector. */
    void clear(UserVector vector) {
        for (int i = 0; i < vector.size(); i++) {
            interests[vector.item(i)] = 0;
        }
    }

    /** The dot product of the interests and a row's weights, over the items that both have. */
    double dot(Row row) {
        double dot = 0;
        for (int i = 0; i < row.size(); i++) {
            int item = row.item(i);
            if (item < interests.length) { // a row may be newer than what was loaded
                dot += interests[item] * row.weight(i);
            }
        }
        return dot;
    }
}
