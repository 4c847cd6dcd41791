package dev.kindred.similarity;

import dev.kindred.matrix.RowBuffer;
import java.util.Arrays;

/**
 * The items that the requesting user shares with others: for each other user the shared items, in the order of that
 * user's row, and their parts of the dot product. One pass over the row finds them; scoring and reasons use them later.
 */
final class Overlaps {

    private int size; // the first size entries are the shared items, grouped by user
    private int[] places = new int[1024]; // place of the cell in the buffer of rows
    private int[] indexes = new int[1024]; // index in the query
    private double[] products = new double[1024];

    void clear() {
        size = 0;
    }

    /** The position where the next user's shared items begin. */
    int end() {
        return size;
    }

    /** Drops all entries from a position on. */
    void truncate(int end) {
        size = end;
    }

    /** Makes room for this number of shared items in all. */
    void ensureCapacity(int needed) {
        if (needed > places.length) {
            places = Arrays.copyOf(places, 2 * needed);
            indexes = Arrays.copyOf(indexes, 2 * needed);
            products = Arrays.copyOf(products, 2 * needed);
        }
    }

    /** Adds the shared items of one more user. Returns the dot product of the query and the row. */
    double add(Query query, RowBuffer rows, int row) {
        long[] cells = rows.cells();
        int end = rows.end(row);
        double dot = 0;
        for (int place = rows.start(row); place < end; place++) {
            long cell = cells[place];
            int index = query.find(RowBuffer.itemOf(cell));
            if (index >= 0) {
                double product = query.weight(index) * RowBuffer.weightOf(cell);
                places[size] = place;
                indexes[size] = index;
                products[size++] = product;
                dot += product;
            }
        }
        return dot;
    }

    int place(int at) {
        return places[at];
    }

    int index(int at) {
        return indexes[at];
    }

    double product(int at) {
        return products[at];
    }
}
