package dev.kindred.similarity;

import dev.kindred.matrix.Row;

/**
 * The items that the requesting user shares with others: for each other user the shared items, in the order of that
 * user's row, and their parts of the dot product. One pass over the row finds them; scoring and reasons use them later.
 */
final class Overlaps {

    private int size; // the first size entries are the shared items, grouped by user
    private int[] cells = new int[1024]; // position in the other's row
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

    /** Makes room for this number of shared items. Call it before the first addition. */
    void ensureCapacity(int needed) {
        if (needed > cells.length) {
            cells = new int[2 * needed];
            indexes = new int[2 * needed];
            products = new double[2 * needed];
        }
    }

    /** Adds the shared items of one more user. Returns the dot product of the query and the row. */
    double add(Query query, Row row) {
        double dot = 0;
        for (int i = 0; i < row.size(); i++) {
            long cell = row.cell(i);
            int index = query.find(Row.itemOf(cell));
            if (index >= 0) {
                double product = query.weight(index) * Row.weightOf(cell);
                cells[size] = i;
                indexes[size] = index;
                products[size++] = product;
                dot += product;
            }
        }
        return dot;
    }

    int cell(int at) {
        return cells[at];
    }

    int index(int at) {
        return indexes[at];
    }

    double product(int at) {
        return products[at];
    }
}
