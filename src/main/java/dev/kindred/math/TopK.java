package dev.kindred.math;

import it.unimi.dsi.fastutil.ints.IntComparator;
import java.util.Arrays;

/**
 * The k best of a stream of scored ids, in a total order: higher score first, then by the tie order.
 *
 * <p>A binary heap with the worst id on top: Cormen et al., <em>Introduction to Algorithms</em>, ch. 6. Scores are
 * compared as floats, so sums that differ only by the order of their summands are ties. Not thread safe; reuse it.
 */
public final class TopK {

    private final int k;
    private final IntComparator ties;
    private final int[] ids; // ids[0..size), once they are k, are a heap: a parent is never better than its children
    private final float[] scores;
    private int size;

    /**
     * Keeps the k best.
     *
     * @param k positive
     * @param ties the order of ids with equal scores; never 0 for different ids
     */
    public TopK(int k, IntComparator ties) {
        if (k < 1) {
            throw new IllegalArgumentException("k must be positive, got " + k);
        }
        this.k = k;
        this.ties = ties;
        this.ids = new int[k];
        this.scores = new float[k];
    }

    /** Offers an id that was not offered before. */
    public void offer(int id, double score) {
        float offered = (float) score;
        if (size < k) {
            put(size++, id, offered);
            if (size == k) {
                heapify();
            }
        } else if (isBetter(id, offered, ids[0], scores[0])) {
            siftDown(0, id, offered);
        }
    }

    /** Makes a heap of all ids at once, which takes fewer comparisons than to add one by one (Floyd, 1964). */
    private void heapify() {
        for (int at = size / 2 - 1; at >= 0; at--) {
            siftDown(at, ids[at], scores[at]);
        }
    }

    /** The greatest number of ids that are kept. */
    public int capacity() {
        return k;
    }

    /** Whether as many ids are kept as can be. */
    public boolean isFull() {
        return size == k;
    }

    /** The score that a new id must exceed; negative infinity while fewer than k ids are kept. */
    public float threshold() {
        return size < k ? Float.NEGATIVE_INFINITY : scores[0];
    }

    /**
     * Removes all ids, best first.
     *
     * @param into receives the ids; its length is at least k
     * @return the number of ids
     */
    public int drain(int[] into) {
        int count = size;
        if (size < k) {
            heapify();
        }
        while (size > 0) {
            into[size - 1] = ids[0];
            size--;
            siftDown(0, ids[size], scores[size]);
        }
        return count;
    }

    /** Removes all ids and returns them unordered: cheaper than {@link #drain}. */
    public int[] take() {
        int[] taken = Arrays.copyOf(ids, size);
        size = 0;
        return taken;
    }

    private boolean isBetter(int id, float score, int other, float otherScore) {
        return score != otherScore ? score > otherScore : ties.compare(id, other) < 0;
    }

    private void siftDown(int from, int id, float score) {
        int at = from;
        while (2 * at + 1 < size) {
            int worst = worseChild(at);
            if (!isBetter(id, score, ids[worst], scores[worst])) {
                break;
            }
            move(worst, at);
            at = worst;
        }
        put(at, id, score);
    }

    private int worseChild(int parent) {
        int left = 2 * parent + 1;
        int right = left + 1;
        boolean rightIsWorse = right < size && isBetter(ids[left], scores[left], ids[right], scores[right]);
        return rightIsWorse ? right : left;
    }

    private void move(int from, int to) {
        put(to, ids[from], scores[from]);
    }

    private void put(int at, int id, float score) {
        ids[at] = id;
        scores[at] = score;
    }
}
