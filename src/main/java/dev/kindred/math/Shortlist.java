package dev.kindred.math;

import it.unimi.dsi.fastutil.ints.IntArrays;
import it.unimi.dsi.fastutil.ints.IntComparator;
import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Scored ids, of which the k best ones are selected that a filter accepts: those with the greatest scores, equal ones by an order of
 * ids. A selection moves the better ones to the front without branches that a processor mispredicts, and orders nothing: for lists
 * of a hundred it takes a third of the time of a {@link TopK}.
 *
 * <p>The filter, which may cost more than all else, is asked for few others: of more than twice as many ids as the list has
 * places, first come a quarter more of the best ones than places, and the rest only if too many of these are rejected. Not thread safe; reuse it.
 */
public final class Shortlist {

    private final RadixSelection selection = new RadixSelection();
    private int size; // the first size entries are the ids
    private int[] ids = new int[256];
    private float[] scores = new float[256];
    private float[] ordered = new float[256]; // scratch of the selection

    /** Removes all ids. */
    public void clear() {
        size = 0;
    }

    /** Adds an id that was not added before, if its score is above 0. */
    public void addPositive(int id, float score) {
        if (size == ids.length) {
            ids = Arrays.copyOf(ids, 2 * size);
            scores = Arrays.copyOf(scores, 2 * size);
            ordered = new float[2 * size];
        }
        ids[size] = id;
        scores[size] = score;
        size += score > 0 ? 1 : 0;
    }

    /**
     * Selects ids, which are then the first of {@link #ids}, unordered. All others are removed.
     *
     * @param limit the greatest number of ids, positive
     * @param ties the order of ids with equal scores; never 0 for different ids
     * @param accepts whether an id may be selected
     * @return the number of selected ids
     */
    public int select(int limit, IntComparator ties, IntPredicate accepts) {
        int asked = size <= 2 * limit ? size : moveToFront(0, size, kthGreatest(size, limit + limit / 4));
        int accepted = keep(0, asked, 0, accepts);
        if (accepted < limit) {
            accepted = keep(asked, size, accepted, accepts);
        }
        if (accepted > limit) {
            float least = kthGreatest(accepted, limit);
            int better = moveToFront(0, accepted, Math.nextUp(least));
            int end = moveToFront(better, accepted, least);
            if (end > limit) {
                IntArrays.quickSort(ids, better, end, ties);
            }
        }
        size = Math.min(accepted, limit);
        return size;
    }

    /** The ids, of which the number is that of the last selection. The caller may use the array until it adds an id. */
    public int[] ids() {
        return ids;
    }

    private float kthGreatest(int count, int k) {
        System.arraycopy(scores, 0, ordered, 0, count);
        return selection.kthGreatest(ordered, count, k);
    }

    /** Moves the ids of a range with at least a score to its front, and returns where they end: Lomuto's partition. */
    private int moveToFront(int from, int to, float least) {
        int front = from;
        for (int i = from; i < to; i++) {
            int id = ids[i];
            float score = scores[i];
            ids[i] = ids[front];
            scores[i] = scores[front];
            ids[front] = id;
            scores[front] = score;
            front += score >= least ? 1 : 0;
        }
        return front;
    }

    /** Moves the accepted ids of a range to a place before it, and returns where they end. */
    private int keep(int from, int to, int place, IntPredicate accepts) {
        int kept = place;
        for (int i = from; i < to; i++) {
            int id = ids[i];
            ids[kept] = id;
            scores[kept] = scores[i];
            kept += accepts.test(id) ? 1 : 0;
        }
        return kept;
    }
}
