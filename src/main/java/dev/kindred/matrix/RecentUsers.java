package dev.kindred.matrix;

import java.util.Arrays;

/**
 * All kept users of one item, in the order of their last touch, then of their key. The audience, a {@link Column}, is
 * the end of this list. Owned by the matrix's writer thread.
 */
final class RecentUsers {

    private int size; // the first size entries are sorted by time, then by key; slots are distinct
    private int[] slots = new int[2];
    private int[] touchedS = new int[2];

    int size() {
        return size;
    }

    int slot(int index) {
        return slots[index];
    }

    /** Adds a user who is not in the list. Returns the position. */
    int add(int slot, int touched, long[] keys) {
        if (size == slots.length) {
            slots = Arrays.copyOf(slots, size + size / 2 + 1);
            touchedS = Arrays.copyOf(touchedS, slots.length);
        }
        int at = lowerBound(touched, keys[slot], keys);
        System.arraycopy(slots, at, slots, at + 1, size - at);
        System.arraycopy(touchedS, at, touchedS, at + 1, size - at);
        slots[at] = slot;
        touchedS[at] = touched;
        size++;
        return at;
    }

    /** Removes a user who was added with this time. Returns the position. */
    int remove(int slot, int touched, long[] keys) {
        int at = lowerBound(touched, keys[slot], keys);
        removeAt(at);
        return at;
    }

    void removeAt(int at) {
        size--;
        System.arraycopy(slots, at + 1, slots, at, size - at);
        System.arraycopy(touchedS, at + 1, touchedS, at, size - at);
    }

    private int lowerBound(int touched, long key, long[] keys) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            boolean before = touchedS[middle] != touched
                    ? Integer.compareUnsigned(touchedS[middle], touched) < 0
                    : keys[slots[middle]] < key;
            if (before) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
