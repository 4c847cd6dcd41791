package dev.kindred.matrix;

import dev.kindred.math.Decay;
import dev.kindred.math.TopK;
import dev.kindred.model.ItemDictionary;
import java.util.Arrays;

/**
 * How many distinct users each item has, every user fading since the last touch, and the items that have most.
 *
 * <p>It is the sum over the cells that the matrix remembers, so it depends on them alone: up to rounding, which is some
 * 2^-50 of a user who has just come. So the order of items whose users have all but faded away means nothing. One
 * writer; readers see a finished list and values that may be one event newer than the list.
 */
final class Popularity {

    /** The touch of a user who does not count. */
    static final long NEVER = -1;

    private static final int LISTED = 500;

    private final Decay decay;
    private final ItemDictionary dictionary;
    private volatile Counts counts;
    private volatile int[] top = new int[0]; // best first, ties by id; all items with users, or LISTED of them

    Popularity(Decay decay, ItemDictionary dictionary) {
        this.decay = decay;
        this.dictionary = dictionary;
        this.counts = new Counts(Landmark.near(decay, 0), new double[1024]);
    }

    /** The values by item, relative to a landmark in time. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Counts(Landmark landmark, double[] values) {

        Counts grownTo(int items) {
            return new Counts(landmark, Arrays.copyOf(values, items));
        }

        Counts movedTo(Landmark later) {
            int exponent = landmark.exponentTo(later);
            double[] moved =
                    Arrays.stream(values).map(v -> Math.scalb(v, exponent)).toArray();
            return new Counts(later, moved);
        }
    }

    /** Makes room for contributions as of a time; to be called before any. */
    void advanceTo(long timestampMs) {
        if (top.length == 0 || counts.landmark().isOutgrownBy(timestampMs)) {
            counts = counts.movedTo(Landmark.near(decay, timestampMs));
            listAnew(); // values that have become too small to differ are in the order of their ids
        }
    }

    /**
     * Takes up a user's new touch of an item in the place of the earlier one.
     *
     * @param before when the user had touched the item, in seconds since the epoch, or {@link #NEVER}
     * @param after when the user touched it now, or {@link #NEVER}
     * @param forgotten when another user had touched it who counts no more, or {@link #NEVER}
     * @param users how many users the item has now
     */
    void count(int item, long before, long after, long forgotten, int users) {
        add(item, contribution(after) - contribution(before) - contribution(forgotten), users);
    }

    private double contribution(long touchedSeconds) {
        return touchedSeconds == NEVER ? 0 : counts.landmark().relative(1, touchedSeconds * 1000);
    }

    /**
     * Changes the value of an item.
     *
     * @param users how many users the item has now: without any, the value is exactly 0, whatever was rounded before
     */
    void add(int item, double change, int users) {
        if (item >= counts.values().length) {
            counts = counts.grownTo(2 * item);
        }
        double[] values = counts.values();
        double before = values[item];
        double after = users == 0 ? 0 : Math.max(0, before + change);
        if (after != before) {
            int at = placeOf(item); // by the value that put it there
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
        if (at < 0 && current.length == LISTED && !isBefore(item, current[LISTED - 1])) {
            return;
        }
        int end = at >= 0 ? at : Math.min(current.length, LISTED - 1);
        int to = placeFor(item, 0, end);
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
        boolean allAreListed = current.length < LISTED;
        if (hasUsers && (allAreListed || isBefore(item, current[LISTED - 1]))) {
            sink(item, at);
        } else if (allAreListed) {
            drop(at);
        } else {
            listAnew(); // an item that is not listed may take the place
        }
    }

    private void sink(int item, int from) {
        int to = placeFor(item, from + 1, top.length) - 1;
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

    /** Looks at all items, which takes as long as some hundred changes of the list. */
    private void listAnew() {
        double[] values = counts.values();
        TopK best = new TopK(LISTED, dictionary::compareIds);
        for (int item = 0; item < values.length; item++) {
            if (values[item] > 0 && (float) values[item] >= best.threshold()) {
                best.offer(item, values[item]);
            }
        }
        int[] next = new int[LISTED];
        top = Arrays.copyOf(next, best.drain(next));
    }

    private boolean isBefore(int item, int other) {
        double[] values = counts.values();
        int byValue = Float.compare((float) values[item], (float) values[other]);
        return byValue != 0 ? byValue > 0 : dictionary.compareIds(item, other) < 0;
    }

    /** Where an item is listed, -1 if it is not. */
    private int placeOf(int item) {
        int place = placeFor(item, 0, top.length);
        return place < top.length && top[place] == item ? place : -1;
    }

    /** Which place in a part of the list an item has, or would have: the list is in order, so it takes few looks. */
    private int placeFor(int item, int from, int to) {
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
