package dev.kindred.recommend;

import dev.kindred.math.DenseRanks;
import dev.kindred.matrix.MatrixView;
import dev.kindred.vector.UserVector;

/**
 * The asking user's own items, in the form of a neighbor's row.
 *
 * <p>Not thread safe: one per thread, loaded anew for every list.
 */
final class OwnHistory {

    private int size; // the first size entries are the items, by their position in the vector
    private int[] items = new int[16];
    private double[] weights = new double[16];
    private int[] ranks = new int[16];
    private long[] touchedMs = new long[16];
    private final DenseRanks byTime = new DenseRanks();

    /** Takes in a vector in the place of the one before. */
    void load(UserVector vector, MatrixView view) {
        size = vector.size();
        if (size > items.length) {
            items = new int[2 * size];
            weights = new double[2 * size];
            ranks = new int[2 * size];
            touchedMs = new long[2 * size];
        }
        for (int i = 0; i < size; i++) {
            items[i] = vector.item(i);
            weights[i] = view.weight(vector.affinity(i));
            touchedMs[i] = vector.touchedMs(i);
        }
        byTime.rank(touchedMs, size, ranks);
    }

    /** How many items the user has. */
    int size() {
        return size;
    }

    int item(int cell) {
        return items[cell];
    }

    /** The affinity for the item, as it weighs in the matrix. */
    double weight(int cell) {
        return weights[cell];
    }

    /** How many different times of touch lie before that of the item. */
    int rank(int cell) {
        return ranks[cell];
    }
}
