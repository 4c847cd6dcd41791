package dev.kindred.matrix;

import dev.kindred.math.Decay;
import dev.kindred.math.TopK;
import dev.kindred.model.ItemDictionary;
import java.util.Arrays;

/**
 * How many distinct users each item has, every user fading since the last touch, and the items that have most.
 *
 * <p>It is the sum over the cells that the matrix remembers, so it depends on them alone. One writer; readers see a
 * finished list and values that may be one event newer than the list.
 */
final class Popularity {

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
        }
    }

    /** What a user counts who touched an item at this time. */
    double contribution(int touchedSeconds) {
        return counts.landmark().relative(1, Integer.toUnsignedLong(touchedSeconds) * 1000);
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
        values[item] = after;
        if (after > before) {
            rise(item);
        } else if (after < before) {
            fall(item);
        }
    }

    private void rise(int item) {
        int[] current = top;
        int at = indexIn(current, item);
        if (at < 0 && current.length == LISTED && !isBefore(item, current[LISTED - 1])) {
            return;
        }
        int end = at >= 0 ? at : Math.min(current.length, LISTED - 1);
        int to = end;
        while (to > 0 && isBefore(item, current[to - 1])) {
            to--;
        }
        if (to == at) {
            return;
        }
        int[] next = Arrays.copyOf(current, Math.max(current.length, end + 1));
        System.arraycopy(current, to, next, to + 1, end - to);
        next[to] = item;
        top = next;
    }

    private void fall(int item) {
        int[] current = top;
        int at = indexIn(current, item);
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
        int[] next = top.clone();
        int to = from;
        while (to + 1 < next.length && isBefore(next[to + 1], item)) {
            next[to] = next[to + 1];
            to++;
        }
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

    private static int indexIn(int[] list, int item) {
        for (int i = 0; i < list.length; i++) {
            if (list[i] == item) {
                return i;
            }
        }
        return -1;
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
