package dev.kindred.math;

import java.util.Arrays;

/**
 * A row or a column of a sparse matrix: ids and their weights, in the order in which the creator puts them. Immutable.
 *
 * <p>An id and its weight share one {@code long}: reading both is one memory access.
 */
public final class SparseVector {

    /** A vector without ids. */
    public static final SparseVector EMPTY = new SparseVector(new long[0]);

    private final long[] cells; // distinct ids in the high halves, weights as float bits in the low ones

    private SparseVector(long[] cells) {
        this.cells = cells;
    }

    /**
     * A vector in the order of ids, as {@link #find} needs it.
     *
     * @param ids distinct, not negative, in any order
     * @param weights finite, one for each id
     */
    public static SparseVector sortedById(int[] ids, float[] weights) {
        if (ids.length != weights.length) {
            throw new IllegalArgumentException("every id needs a weight, got " + ids.length + " and " + weights.length);
        }
        long[] cells = new long[ids.length];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = cell(ids[i], weights[i]);
        }
        Arrays.sort(cells);
        return new SparseVector(cells);
    }

    private static long cell(int id, float weight) {
        return ((long) id << 32) | (Float.floatToRawIntBits(weight) & 0xffffffffL);
    }

    /** The number of ids. */
    public int size() {
        return cells.length;
    }

    /** The id at a position in [0, size). */
    public int id(int index) {
        return (int) (cells[index] >>> 32);
    }

    /** The weight at a position in [0, size). */
    public float weight(int index) {
        return Float.intBitsToFloat((int) cells[index]);
    }

    /** The position of an id in a vector that is sorted by id; negative if the vector does not have it. */
    public int find(int id) {
        int low = 0;
        int high = cells.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int found = id(middle);
            if (found == id) {
                return middle;
            }
            if (found < id) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    /**
     * This vector with one more cell. Drops the first cell if there would be more than {@code maxSize}.
     *
     * @param index the position of the new cell, in [0, size]; not 0 if the first cell is dropped
     * @param id an id that the vector does not have
     */
    public SparseVector with(int index, int id, float weight, int maxSize) {
        int dropped = cells.length == maxSize ? 1 : 0;
        long[] more = new long[cells.length + 1 - dropped];
        int at = index - dropped;
        System.arraycopy(cells, dropped, more, 0, at);
        more[at] = cell(id, weight);
        System.arraycopy(cells, index, more, at + 1, cells.length - index);
        return new SparseVector(more);
    }

    /** This vector without the cell at a position. */
    public SparseVector without(int index) {
        long[] fewer = new long[cells.length - 1];
        System.arraycopy(cells, 0, fewer, 0, index);
        System.arraycopy(cells, index + 1, fewer, index, fewer.length - index);
        return new SparseVector(fewer);
    }

    /** The inverse of the L2 norm of the weights; 0 when all weights are 0. */
    public float inverseNorm() {
        double squaredNorm = 0;
        for (int i = 0; i < cells.length; i++) {
            squaredNorm += (double) weight(i) * weight(i);
        }
        return squaredNorm > 0 ? (float) Math.min(1 / Math.sqrt(squaredNorm), Float.MAX_VALUE) : 0;
    }
}
