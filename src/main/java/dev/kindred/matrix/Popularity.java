package dev.kindred.matrix;

import dev.kindred.math.Decay;
import dev.kindred.math.TopK;
import dev.kindred.model.ItemDictionary;
import java.util.Arrays;

/**
 * The number of distinct users of each item, each decayed since the last touch, and the items with most users.
 *
 * <p>It is a sum over the cells of the matrix and depends on them alone, up to a rounding error of about 2^-50 of a new
 * user. The order of items whose users are almost decayed is therefore arbitrary. One thread writes. Readers see a
 * complete list, and values that may be one event newer than the list.
 */
final class Popularity {

    /** The touch time of a user who does not count. */
    static final long NEVER = -1;

    private static final int LIST_SIZE = 500;

    private final Decay decay;
    private final ItemDictionary dictionary;
    private volatile Counts counts;
    private volatile int[] top = new int[0]; // best first, ties by id; all items with users, at most LIST_SIZE

    Popularity(Decay decay, ItemDictionary dictionary) {
        this.decay = decay;
        this.dictionary = dictionary;
        this.counts = new Counts(Landmark.near(decay, 0), new double[1024]);
    }

    /** The values by item, relative to a landmark in time. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Counts(Landmark landmark, double[] values) {

        Counts resizedTo(int items) {
            return new Counts(landmark, Arrays.copyOf(values, items));
        }

        Counts movedTo(Landmark later) {
            int exponent = landmark.exponentTo(later);
            double[] moved =
                    Arrays.stream(values).map(v -> Math.scalb(v, exponent)).toArray();
            return new Counts(later, moved);
        }
    }

    /** Moves the landmark for contributions as of a time, if needed. Call it before adding them. */
    void advanceTo(long timestampMs) {
        if (top.length == 0 || counts.landmark().isOutgrownBy(timestampMs)) {
            counts = counts.movedTo(Landmark.near(decay, timestampMs));
            rebuildList(); // values that became too small to differ are ordered by id
        }
    }

    /**
     * Replaces a user's earlier touch of an item by the new one.
     *
     * @param before the time of the user's earlier touch, in seconds since the epoch, or {@link #NEVER}
     * @param after the time of the new touch, or {@link #NEVER}
     * @param evicted the touch time of another user who is evicted, or {@link #NEVER}
     * @param users the number of users that the item has now
     */
    void count(int item, long before, long after, long evicted, int users) {
        add(item, contribution(after) - contribution(before) - contribution(evicted), users);
    }

    private double contribution(long touchedSeconds) {
        return touchedSeconds == NEVER ? 0 : counts.landmark().relative(1, touchedSeconds * 1000);
    }

    /**
     * Changes the value of an item.
     *
     * @param users the number of users that the item has now; with 0 users the value is exactly 0, in spite of rounding
     *     errors
     */
    void add(int item, double change, int users) {
        if (item >= counts.values().length) {
            counts = counts.resizedTo(2 * item);
        }
        double[] values = counts.values();
        double before = values[item];
        double after = users == 0 ? 0 : Math.max(0, before + change);
        if (after != before) {
            int at = indexInList(item); // by the old value
            values[item] = after;
            if (after > before) {
                rise(item, at);
            } else {
                fall(item, at);
            }
        }
    }

    private void rise(int item, int at) {
        int[] current = top;
        if (at < 0 && current.length == LIST_SIZE && !isBefore(item, current[LIST_SIZE - 1])) {
            return;
        }
        int end = at >= 0 ? at : Math.min(current.length, LIST_SIZE - 1);
        int to = insertionPoint(item, 0, end);
        if (to == at) {
            return;
        }
        int[] next = Arrays.copyOf(current, Math.max(current.length, end + 1));
        System.arraycopy(current, to, next, to + 1, end - to);
        next[to] = item;
        top = next;
    }

    private void fall(int item, int at) {
        int[] current = top;
        if (at < 0) {
            return;
        }
        boolean hasUsers = counts.values()[item] > 0;
        boolean allAreListed = current.length < LIST_SIZE;
        if (hasUsers && (allAreListed || isBefore(item, current[LIST_SIZE - 1]))) {
            sink(item, at);
        } else if (allAreListed) {
            drop(at);
        } else {
            rebuildList(); // an unlisted item may take the place
        }
    }

    private void sink(int item, int from) {
        int to = insertionPoint(item, from + 1, top.length) - 1;
        if (to == from) {
            return;
        }
        int[] next = top.clone();
        System.arraycopy(next, from + 1, next, from, to - from);
        next[to] = item;
        top = next;
    }

    private void drop(int at) {
        int[] next = Arrays.copyOf(top, top.length - 1);
        System.arraycopy(top, at + 1, next, at, next.length - at);
        top = next;
    }

    /** Scans all items, which takes as long as some hundred changes of the list. */
    private void rebuildList() {
        double[] values = counts.values();
        TopK best = new TopK(LIST_SIZE, dictionary::compareIds);
        for (int item = 0; item < values.length; item++) {
            if (values[item] > 0 && (float) values[item] >= best.threshold()) {
                best.offer(item, values[item]);
            }
        }
        int[] next = new int[LIST_SIZE];
        top = Arrays.copyOf(next, best.drain(next));
    }

    private boolean isBefore(int item, int other) {
        double[] values = counts.values();
        int byValue = Float.compare((float) values[item], (float) values[other]);
        return byValue != 0 ? byValue > 0 : dictionary.compareIds(item, other) < 0;
    }

    /** The index of an item in the list, -1 if it is not listed. */
    private int indexInList(int item) {
        int place = insertionPoint(item, 0, top.length);
        return place < top.length && top[place] == item ? place : -1;
    }

    /** The index that an item has, or would have, in a part of the list; a binary search. */
    private int insertionPoint(int item, int from, int to) {
        int[] current = top;
        int low = from;
        int high = to;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (isBefore(current[middle], item)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    int[] top() {
        return top;
    }

    /** The decayed number of users of an item at a time. */
    double valueAt(int item, long timestampMs) {
        Counts current = counts;
        return item < current.values().length
                ? current.values()[item] * current.landmark().unitAt(timestampMs)
                : 0;
    }
}
