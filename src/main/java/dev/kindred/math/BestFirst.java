package dev.kindred.math;

import it.unimi.dsi.fastutil.ints.IntComparator;
import java.util.Arrays;

/**
 * Scored ids in a total order, higher score first, then by the tie order, of which only as many are ordered as are taken: a binary
 * heap with the best id on top (Cormen et al., <em>Introduction to Algorithms</em>, ch. 6). Scores are compared as floats, as by
 * {@link TopK}. Add all ids, then take some. Not thread safe; reuse it.
 */
public final class BestFirst {

    private final IntComparator ties;
    private int[] ids =
            new int[256]; // ids[0..size), once one was taken, are a heap: a parent is never worse than its children
    private float[] scores = new float[256];
    private int size;
    private boolean isHeap;

    /**
     * Orders ids.
     *
     * @param ties the order of ids with equal scores; never 0 for different ids
     */
    public BestFirst(IntComparator ties) {
        this.ties = ties;
    }

    /** Removes all ids. */
    public void clear() {
        size = 0;
        isHeap = false;
    }

    /** Adds an id that was not added before. */
    public void add(int id, double score) {
        if (size == ids.length) {
            ids = Arrays.copyOf(ids, 2 * size);
            scores = Arrays.copyOf(scores, 2 * size);
        }
        ids[size] = id;
        scores[size++] = (float) score;
    }

    /** Whether no id is left. */
    public boolean isEmpty() {
        return size == 0;
    }

    /** Removes the best id and returns it; requires one. */
    public int take() {
        if (!isHeap) {
            for (int at = size / 2 - 1; at >= 0; at--) {
                siftDown(at, ids[at], scores[at]);
            }
            isHeap = true;
        }
        int best = ids[0];
        size--;
        siftDown(0, ids[size], scores[size]);
        return best;
    }

    private void siftDown(int from, int id, float score) {
        int at = from;
        for (int child = 2 * at + 1; child < size; child = 2 * at + 1) {
            int other = child + 1;
            if (other < size && isBetter(ids[other], scores[other], ids[child], scores[child])) {
                child = other;
            }
            if (!isBetter(ids[child], scores[child], id, score)) {
                break;
            }
            ids[at] = ids[child];
            scores[at] = scores[child];
            at = child;
        }
        ids[at] = id;
        scores[at] = score;
    }

    private boolean isBetter(int id, float score, int other, float otherScore) {
        return score != otherScore ? score > otherScore : ties.compare(id, other) < 0;
    }
}
