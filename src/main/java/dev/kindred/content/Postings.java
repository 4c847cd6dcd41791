package dev.kindred.content;

import dev.kindred.math.SparseVector;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntComparator;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;

/**
 * All items with one term, oldest first. Readers see only the newest ones, so a term of half the catalog costs no more
 * than a rare one. Owned by the index's writer thread.
 */
final class Postings {

    private final int bound;
    private final IntArrayList older = new IntArrayList(0); // empty unless newest.size() == bound
    private SparseVector newest = SparseVector.EMPTY; // items with their weights; all are newer than the older ones

    Postings(int bound) {
        this.bound = bound;
    }

    /** The number of items with the term. */
    int frequency() {
        return older.size() + newest.size();
    }

    /** The newest items and their weights, oldest first. */
    SparseVector newest() {
        return newest;
    }

    /**
     * Adds an item that is not in the list.
     *
     * @param order the order of items, oldest first; total
     */
    void add(int item, float weight, IntComparator order) {
        if (newest.size() == bound && order.compare(item, newest.id(0)) < 0) {
            older.add(lowerBound(older.size(), older::getInt, item, order), item);
            return;
        }
        if (newest.size() == bound) {
            older.add(newest.id(0));
        }
        newest = newest.with(lowerBound(newest.size(), newest::id, item, order), item, weight, bound);
    }

    /**
     * Removes an item that is in the list.
     *
     * @param order the order in which it was added
     * @param weights gives the weight of the term in an item
     */
    void remove(int item, IntComparator order, IntToDoubleFunction weights) {
        if (order.compare(item, newest.id(0)) < 0) {
            older.removeInt(lowerBound(older.size(), older::getInt, item, order));
            return;
        }
        newest = newest.without(lowerBound(newest.size(), newest::id, item, order));
        if (!older.isEmpty()) {
            int returning = older.popInt();
            newest = newest.with(0, returning, (float) weights.applyAsDouble(returning), bound);
        }
    }

    private static int lowerBound(int size, IntUnaryOperator items, int item, IntComparator order) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (order.compare(items.applyAsInt(middle), item) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
