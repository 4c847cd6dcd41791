package dev.kindred.matrix;

import dev.kindred.math.Decay;
import dev.kindred.math.TopK;
import dev.kindred.model.ItemDictionary;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;

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
    private final int[] top = new int[LIST_SIZE]; // best first, ties by id; all items with users, at most LIST_SIZE
    private int listed; // the first entries of top
    private final AtomicLong version = new AtomicLong(); // of top and listed; odd while they change
    private volatile Published published = new Published(0, new int[0]);

    Popularity(Decay decay, ItemDictionary dictionary) {
        this.decay = decay;
        this.dictionary = dictionary;
        this.counts = new Counts(Landmark.near(decay, 0), new double[1024]);
    }

    /** A copy of a version of the list, which the first reader of that version makes. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Published(long version, int[] items) {}

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
        if (listed == 0 || counts.landmark().isOutgrownBy(timestampMs)) {
            counts = counts.movedTo(Landmark.near(decay, timestampMs));
            rebuildList(); // values that became too small to differ are ordered by id
        }
    }

    /** Forgets all; {@link #load} sets the values, and {@link #endLoading} makes the list. */
    void beginLoading(long newestMs, int items) {
        counts = new Counts(Landmark.near(decay, newestMs), new double[Math.max(1024, items)]);
    }

    /** Sets the value of an item to that of the users of its column from an index on. */
    void load(int item, ColumnBuilder.Column column, int from) {
        double sum = 0;
        int lastS = 0;
        double last = contribution(0);
        for (int i = from; i < column.size(); i++) {
            if (column.counts(i)) {
                if (column.touchedS(i) != lastS) {
                    lastS = column.touchedS(i);
                    last = contribution(Integer.toUnsignedLong(lastS));
                }
                sum += last;
            }
        }
        counts.values()[item] = sum;
    }

    void endLoading() {
        rebuildList();
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
        if (at < 0 && listed == LIST_SIZE && !isBefore(item, top[LIST_SIZE - 1])) {
            return;
        }
        int end = at >= 0 ? at : Math.min(listed, LIST_SIZE - 1);
        int to = insertionPoint(item, 0, end);
        if (to == at) {
            return;
        }
        beginChange();
        System.arraycopy(top, to, top, to + 1, end - to);
        top[to] = item;
        endChange(Math.max(listed, end + 1));
    }

    private void fall(int item, int at) {
        if (at < 0) {
            return;
        }
        boolean hasUsers = counts.values()[item] > 0;
        boolean allAreListed = listed < LIST_SIZE;
        if (hasUsers && (allAreListed || isBefore(item, top[LIST_SIZE - 1]))) {
            sink(item, at);
        } else if (allAreListed) {
            drop(at);
        } else {
            rebuildList(); // an unlisted item may take the place
        }
    }

    private void sink(int item, int from) {
        int to = insertionPoint(item, from + 1, listed) - 1;
        if (to == from) {
            return;
        }
        beginChange();
        System.arraycopy(top, from + 1, top, from, to - from);
        top[to] = item;
        endChange(listed);
    }

    private void drop(int at) {
        beginChange();
        System.arraycopy(top, at + 1, top, at, listed - at - 1);
        endChange(listed - 1);
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
        beginChange();
        endChange(best.drain(top));
    }

    private void beginChange() {
        version.setOpaque(version.getPlain() + 1);
        VarHandle.storeStoreFence();
    }

    private void endChange(int newSize) {
        listed = newSize;
        version.setRelease(version.getPlain() + 1);
    }

    private boolean isBefore(int item, int other) {
        double[] values = counts.values();
        int byValue = Float.compare((float) values[item], (float) values[other]);
        return byValue != 0 ? byValue > 0 : dictionary.compareIds(item, other) < 0;
    }

    /** The index of an item in the list, -1 if it is not listed. */
    private int indexInList(int item) {
        int place = insertionPoint(item, 0, listed);
        return place < listed && top[place] == item ? place : -1;
    }

    /** The index that an item has, or would have, in a part of the list; a binary search. */
    private int insertionPoint(int item, int from, int to) {
        int low = from;
        int high = to;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (isBefore(top[middle], item)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The list as of the last change. The caller must not change the array. */
    int[] top() {
        Published last = published;
        while (last.version() != version.getAcquire()) {
            long before = version.getAcquire();
            int[] items = Arrays.copyOf(top, Math.min(listed, LIST_SIZE));
            VarHandle.acquireFence();
            if ((before & 1) == 0 && version.getOpaque() == before) {
                last = new Published(before, items);
                published = last;
                return items;
            }
            Thread.onSpinWait();
        }
        return last.items();
    }

    /** The decayed number of users of an item at a time. */
    double valueAt(int item, long timestampMs) {
        Counts current = counts;
        return item < current.values().length
                ? current.values()[item] * current.landmark().unitAt(timestampMs)
                : 0;
    }
}
