package dev.kindred.math;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Scored ids, of which a {@link TopK} receives the best ones that a filter accepts. The filter, which may cost more than all else,
 * is asked for few others: first come the twice as many best ids as the list has places, and the rest only if too many of these are
 * rejected. The result is the same. Not thread safe; reuse it.
 */
public final class Shortlist {

    private static final int MANY = 10; // times the places: a selection costs more than the questions that it saves

    private int size; // the first size entries are the ids
    private int[] ids = new int[256];
    private float[] scores = new float[256];
    private float[] ordered = new float[256]; // scratch of the selection

    /** Whether a list is long enough, compared with the number of ids, for this to be worth it. */
    public static boolean isWorthIt(int ids, TopK top) {
        return ids <= MANY * top.capacity();
    }

    /** Removes all ids. */
    public void clear() {
        size = 0;
    }

    /** Adds an id that was not added before. */
    public void add(int id, float score) {
        if (size == ids.length) {
            ids = Arrays.copyOf(ids, 2 * size);
            scores = Arrays.copyOf(scores, 2 * size);
            ordered = new float[2 * size];
        }
        ids[size] = id;
        scores[size++] = score;
    }

    /** Offers the ids that a filter accepts, as far as they may be among the best. */
    public void offerTo(TopK top, IntPredicate accepts) {
        int wanted = 2 * top.capacity();
        if (size <= wanted) {
            offer(Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY, top, accepts);
            return;
        }
        System.arraycopy(scores, 0, ordered, 0, size);
        float least = Selection.kthGreatest(ordered, size, wanted);
        offer(least, Float.POSITIVE_INFINITY, top, accepts);
        if (!top.isFull()) {
            offer(Float.NEGATIVE_INFINITY, Math.nextDown(least), top, accepts);
        }
    }

    private void offer(float least, float greatest, TopK top, IntPredicate accepts) {
        for (int i = 0; i < size; i++) {
            float score = scores[i];
            if (score >= least && score <= greatest && score >= top.threshold() && accepts.test(ids[i])) {
                top.offer(ids[i], score);
            }
        }
    }
}
