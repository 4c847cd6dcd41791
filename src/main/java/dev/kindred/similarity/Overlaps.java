package dev.kindred.similarity;

import dev.kindred.matrix.Row;

/**
 * What the asking user has in common with others: for each of them the shared items, in the order of the other's row,
 * and their parts of the dot product. Found in one pass over the row, and kept for scoring and for reasons.
 */
final class Overlaps {

    private int size; // the first size entries are the shared items of all, one user after the other
    private int[] cells = new int[1024]; // position in the other's row
    private int[] indexes = new int[1024]; // index in the query
    private double[] products = new double[1024];

    void clear() {
        size = 0;
    }

    /** Where the next user's shared items begin. */
    int end() {
        return size;
    }

    /** Drops all from a position on. */
    void cut(int end) {
        size = end;
    }

    /** Makes room for so many shared items in all; to be called before any is added. */
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
