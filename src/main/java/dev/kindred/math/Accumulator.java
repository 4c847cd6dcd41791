package dev.kindred.math;

import java.util.Arrays;

/**
 * Sums by id: a dense array of sums, and a list of the ids that have a sum. An addition costs one array access.
 * Clearing costs as much as the additions did.
 *
 * <p>This is the sparse accumulator of Gilbert, Moler and Schreiber, <em>Sparse Matrices in MATLAB</em> (1992). Not
 * thread safe. The owner reuses it, because its array is as long as the greatest id.
 */
public final class Accumulator {

    private double[] sums = new double[1024]; // 0 for ids that have no sum
    private int[] ids = new int[256]; // ids[0..size) have a sum
    private int size;

    /** Makes room for ids below a bound. Keeps the sums so far. */
    public void ensureCapacity(int bound) {
        if (bound > sums.length) {
            sums = Arrays.copyOf(sums, Math.max(bound, 2 * sums.length));
        }
    }

    /**
     * Adds to the sum of an id.
     *
     * @param id from 0 to the capacity that was ensured
     * @param amount a finite number
     */
    public void add(int id, double amount) {
        double before = sums[id];
        double after = before + amount;
        sums[id] = after == 0 ? Double.MIN_VALUE : after; // 0 means: no sum
        if (size == ids.length) {
            ids = Arrays.copyOf(ids, 2 * size);
        }
        ids[size] = id; // counts only if the id is new; written always, because a branch here would be mispredicted
        size += before == 0 ? 1 : 0;
    }

    /** Replaces the sum of an id that has one. */
    public void replace(int id, double sum) {
        sums[id] = sum == 0 ? Double.MIN_VALUE : sum;
    }

    /** The sum of an id; 0 if nothing was added. */
    public double sum(int id) {
        return sums[id];
    }

    /** Whether anything was added for an id. */
    public boolean has(int id) {
        return sums[id] != 0;
    }

    /** The number of ids that have a sum. */
    public int size() {
        return size;
    }

    /** The id at a position in [0, size), in the order of their first addition. */
    public int id(int index) {
        return ids[index];
    }

    /** Removes all sums. */
    public void clear() {
        for (int i = 0; i < size; i++) {
            sums[ids[i]] = 0;
        }
        size = 0;
    }
}
