package dev.kindred.matrix;

/**
 * Every item's users, in the order of their last touch, then of their key. The most recent ones are the audience, which
 * readers read; the older ones are kept for their rows. Owned by the matrix's writer thread; readers use the methods
 * that say so.
 *
 * <p>An entry of the audience is the slot and the weight of a user, in the unit of the user's row; its mark is the touch
 * time and the sequence number of its last change. An entry of the older users is the slot and the touch time.
 */
final class Columns {

    private final Rows rows;
    private final Lists audiences;
    private final Lists older;
    private final IntTable users = new IntTable(); // by item
    private final IntTable changedAt = new IntTable(); // by item: the sequence number of the last change
    private final int audience;
    private int items; // with users
    private long[] words = new long[0]; // scratch of replace
    private final long[] marks; // the same

    Columns(Rows rows, Lists audiences, Lists older, int audience) {
        this.rows = rows;
        this.audiences = audiences;
        this.older = older;
        this.audience = audience;
        this.marks = new long[audience];
    }

    void ensure(int item) {
        users.ensure(item);
        changedAt.ensure(item);
    }

    // ---- what readers use

    /** All items in use are below. */
    int capacity() {
        return changedAt.capacity();
    }

    /** The greatest number of users in an audience. */
    int audience() {
        return audience;
    }

    /** The number of all users of an item below the capacity. */
    int users(int item) {
        return users.get(item);
    }

    int changedAt(int item) {
        return changedAt.get(item);
    }

    void read(int item, ColumnBuffer into) {
        audiences.read(item, into);
    }

    void readChanges(int item, int since, ColumnBuffer into) {
        audiences.read(item, since, into);
    }

    /** The number of entries of an audience that were added or changed after a sequence number. */
    int changes(int item, int since) {
        return audiences.changes(item, since);
    }

    // ---- what the writer alone uses

    private static long entry(int slot, float weight) {
        return ((long) slot << 32) | (Float.floatToRawIntBits(weight) & 0xffffffffL);
    }

    private static long mark(int touchedS, int sequence) {
        return ((long) touchedS << 32) | sequence;
    }

    private static long olderEntry(int slot, int touchedS) {
        return ((long) slot << 32) | (touchedS & 0xffffffffL);
    }

    private static int slotOf(long entry) {
        return (int) (entry >>> 32);
    }

    /** Counts a user more or less: while the rows are loaded, after which {@link #replace} makes the columns. */
    void count(int item, int change) {
        int before = users.get(item);
        users.set(item, before + change);
        items += (before + change == 0 ? 0 : 1) - (before == 0 ? 0 : 1);
    }

    /** Replaces a column by users in its order, from an index on. */
    void replace(int item, ColumnBuilder.Column column, int from, int sequence) {
        int size = column.size() - from;
        int first = column.size() - Math.min(size, audience); // of the audience
        if (words.length < Math.max(audience, size)) {
            words = new long[Math.max(audience, 2 * size)];
        }
        for (int i = from; i < first; i++) {
            words[i - from] = olderEntry(column.slot(i), column.touchedS(i));
        }
        older.replace(item, words, marks, first - from);
        for (int i = first; i < column.size(); i++) {
            words[i - first] = entry(column.slot(i), column.weight(i));
            marks[i - first] = mark(column.touchedS(i), sequence);
        }
        audiences.replace(item, words, marks, column.size() - first);
        changedAt.set(item, sequence);
    }

    /** Adds a user. */
    void add(int item, int slot, long key, float weight, int touchedS, int sequence) {
        int size = audiences.size(item);
        int index = indexInAudience(item, size, touchedS, key);
        if (index > 0 || size < audience) {
            addToAudience(item, size, index, entry(slot, weight), mark(touchedS, sequence));
        } else {
            older.insert(item, indexInOlder(item, touchedS, key), olderEntry(slot, touchedS), 0);
        }
        count(item, 1);
        changedAt.set(item, sequence);
    }

    /** The first of a full audience becomes the last of the older users. */
    private void addToAudience(int item, int size, int index, long entry, long mark) {
        if (size < audience) {
            audiences.insert(item, index, entry, mark);
            return;
        }
        int first = slotOf(audiences.word(item, 0));
        int touchedS = (int) (audiences.mark(item, 0) >>> 32);
        older.insert(item, older.size(item), olderEntry(first, touchedS), 0);
        if (index == size) {
            audiences.moveToEnd(item, 0, entry, mark);
        } else {
            audiences.remove(item, 0);
            audiences.insert(item, index - 1, entry, mark);
        }
    }

    /**
     * Changes the weight and the touch time of a user.
     *
     * @param beforeS the time with which the user was added
     */
    void touch(int item, int slot, long key, int beforeS, float weight, int touchedS, int sequence) {
        int size = audiences.size(item);
        int index = indexInAudience(item, size, beforeS, key);
        boolean inAudience = index < size && slotOf(audiences.word(item, index)) == slot;
        if (inAudience && isEnd(item, index == size - 1 ? size - 2 : size - 1, touchedS, key)) {
            audiences.moveToEnd(item, index, entry(slot, weight), mark(touchedS, sequence));
            changedAt.set(item, sequence);
            return;
        }
        remove(item, slot, key, beforeS, sequence);
        add(item, slot, key, weight, touchedS, sequence);
    }

    private boolean isEnd(int item, int last, int touchedS, long key) {
        return last < 0 ? older.size(item) == 0 : isBefore(item, last, touchedS, key);
    }

    /** Removes a user who was added or touched at a time. */
    void remove(int item, int slot, long key, int touchedS, int sequence) {
        int size = audiences.size(item);
        int index = indexInAudience(item, size, touchedS, key);
        if (index < size && slotOf(audiences.word(item, index)) == slot) {
            audiences.remove(item, index);
            returnOne(item, sequence);
            changedAt.set(item, sequence);
        } else {
            older.remove(item, indexInOlder(item, touchedS, key));
        }
        count(item, -1);
    }

    /** The most recent of the older users returns to the audience; for readers this is a change. */
    private void returnOne(int item, int sequence) {
        int last = older.size(item) - 1;
        if (last >= 0) {
            long entry = older.word(item, last);
            int slot = slotOf(entry);
            float weight = rows.weight(slot, rows.find(slot, item));
            older.remove(item, last);
            audiences.insert(item, 0, entry(slot, weight), mark((int) entry, sequence));
        }
    }

    /** Changes the weight of a user without a touch, if the user is in the audience. */
    void weigh(int item, int slot, long key, int touchedS, float weight, int sequence) {
        int size = audiences.size(item);
        int index = indexInAudience(item, size, touchedS, key);
        if (index < size && slotOf(audiences.word(item, index)) == slot) {
            audiences.set(item, index, entry(slot, weight), mark(touchedS, sequence));
            changedAt.set(item, sequence);
        }
    }

    /** Makes all changes those of an earlier epoch. */
    void forgetChanges() {
        changedAt.clear();
        for (int item = 0; item < users.capacity(); item++) {
            for (int index = 0; index < audiences.size(item); index++) {
                audiences.set(item, index, audiences.word(item, index), audiences.mark(item, index) & ~0xffffffffL);
            }
        }
    }

    /** The number of items with users. */
    int items() {
        return items;
    }

    /** See {@link Weakest}. */
    long strength(int item) {
        int size = audiences.size(item);
        return size == 0
                ? Weakest.ABSENT
                : Weakest.strength(users.get(item), (int) (audiences.mark(item, size - 1) >>> 32));
    }

    /** The slot of the user of an item who was touched longest ago. */
    int oldest(int item) {
        return slotOf(older.size(item) > 0 ? older.word(item, 0) : audiences.word(item, 0));
    }

    /** The number of users in the audience before a time, or at the same time with a lower key. */
    private int indexInAudience(int item, int size, int touchedS, long key) {
        if (size == 0 || isBefore(item, size - 1, touchedS, key)) { // the usual case
            return size;
        }
        int low = 0;
        int high = size - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (isBefore(item, middle, touchedS, key)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private boolean isBefore(int item, int index, int touchedS, long key) {
        return precedes((int) (audiences.mark(item, index) >>> 32), slotOf(audiences.word(item, index)), touchedS, key);
    }

    private int indexInOlder(int item, int touchedS, long key) {
        int low = 0;
        int high = older.size(item);
        while (low < high) {
            int middle = (low + high) >>> 1;
            long entry = older.word(item, middle);
            if (precedes((int) entry, slotOf(entry), touchedS, key)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private boolean precedes(int otherS, int other, int touchedS, long key) {
        int byTime = Integer.compareUnsigned(otherS, touchedS);
        return byTime != 0 ? byTime < 0 : rows.key(other) < key;
    }
}
