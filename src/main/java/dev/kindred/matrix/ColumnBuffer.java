package dev.kindred.matrix;

/**
 * A copy of the audience of one item, its most recent users, oldest first, or of a part of it, for one reading thread.
 * {@link MatrixView#readColumn} and {@link MatrixView#readChanges} replace its content.
 *
 * <p>Users are given by slot, see {@link MatrixView}. The array grows and is never given back. Not thread safe: one per
 * thread.
 */
public final class ColumnBuffer {

    private int size; // the first size entries are the content
    private long[] entries = new long[256]; // slot in the high half, weight as float bits in the low half

    /** Without entries. */
    public ColumnBuffer() {}

    /** The number of users. */
    public int size() {
        return size;
    }

    /** The user at a position in [0, size). */
    public int slot(int index) {
        return slotOf(entries[index]);
    }

    /** The weight of the user's cell, in the unit of the user's row. */
    public float weight(int index) {
        return weightOf(entries[index]);
    }

    /** The slot of an entry. */
    public static int slotOf(long entry) {
        return (int) (entry >>> 32);
    }

    /** The weight of an entry. */
    public static float weightOf(long entry) {
        return Float.intBitsToFloat((int) entry);
    }

    /** All entries, by position; valid until the next column is read. */
    public long[] entries() {
        return entries;
    }

    void clear() {
        size = 0;
    }

    /** Copies entries. */
    int copy(long[] from, int at, int count) {
        ensureCapacity(count);
        System.arraycopy(from, at, entries, 0, count);
        size = count;
        return size;
    }

    /** Copies the entries with a mark whose low half is above a number. */
    int copyChanged(long[] from, int at, int marksAt, int count, int since) {
        ensureCapacity(count);
        size = 0;
        for (int i = 0; i < count; i++) {
            if ((int) from[marksAt + i] > since) {
                entries[size++] = from[at + i];
            }
        }
        return size;
    }

    /** Drops the entries of slots from a bound on: of users who are newer than the view. */
    void keepBelow(int bound) {
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (slot(i) < bound) {
                entries[kept++] = entries[i];
            }
        }
        size = kept;
    }

    private void ensureCapacity(int count) {
        if (count > entries.length) {
            entries = new long[2 * count];
        }
    }
}
