package dev.kindred.math;

import java.util.Arrays;

/**
 * A row or a column of a sparse matrix: the ids that have a weight, and their weights, in an order of the maker's choice.
 * Immutable.
 *
 * <p>An id and its weight share one {@code long}, so that reading both is one access to memory.
 */
public final class SparseVector {

    /** Without a weight. */
    public static final SparseVector EMPTY = new SparseVector(new long[0]);

    private final long[] cells; // distinct ids in the high halves, weights as float bits in the low ones

    private SparseVector(long[] cells) {
        this.cells = cells;
    }

    /**
     * In the order of ids, for {@link #find}.
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

    /** How many ids have a weight. */
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

    /** The position of an id in a vector that is sorted by id; negative if it is not there. */
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
     * The same with one more cell; beyond {@code maxSize} cells, the first one leaves.
     *
     * @param index where to put it, in [0, size], and not 0 if the first one leaves
     * @param id one that is not here yet
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

    /** The same without the cell at a position. */
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
