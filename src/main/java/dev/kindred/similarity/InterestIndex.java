package dev.kindred.similarity;

import dev.kindred.matrix.Row;
import dev.kindred.vector.UserVector;

/**
 * One user's interests, found by item number in one array access, for dot products with many rows.
 *
 * <p>Not thread safe; {@link #load} and {@link #clear} around each use, with the same vector.
 */
public final class InterestIndex {

    private double[] interests = new double[1024]; // by item; 0 for items that the vector does not have
    private int[] positions = new int[1024]; // by item: the position in the vector, plus 1

    /**
     * Takes in a vector.
     *
     * @param items all item numbers of rows to come are below this
     */
    public void load(UserVector vector, int items) {
        int greatest = items;
        for (int i = 0; i < vector.size(); i++) {
            greatest = Math.max(greatest, vector.item(i) + 1);
        }
        if (greatest > interests.length) {
            interests = new double[2 * greatest];
            positions = new int[2 * greatest];
        }
        for (int i = 0; i < vector.size(); i++) {
            interests[vector.item(i)] = vector.interest(i);
            positions[vector.item(i)] = i + 1;
        }
    }

    /** Forgets a vector. */
    public void clear(UserVector vector) {
        for (int i = 0; i < vector.size(); i++) {
            interests[vector.item(i)] = 0;
            positions[vector.item(i)] = 0;
        }
    }

    /** The interest in an item, 0 if the vector does not have it. */
    public double interest(int item) {
        return interests[item];
    }

    /** The item's position in the vector, negative if the vector does not have it. */
    public int position(int item) {
        return positions[item] - 1;
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
