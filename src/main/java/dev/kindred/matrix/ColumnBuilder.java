package dev.kindred.matrix;

import dev.kindred.model.InteractionType;
import it.unimi.dsi.fastutil.longs.LongArrays;
import java.util.Arrays;

/**
 * Makes the columns of all items from the rows at once. Sorting every column once takes less than keeping it sorted while
 * the rows arrive. Items are taken in groups, so that the memory is bounded: each group is one walk over all rows. Not thread
 * safe, owned by the writer of the matrix.
 */
final class ColumnBuilder {

    private static final int LEAST_CELLS = 1 << 20;
    private static final int GROUPS = 8; // about as many, in a large matrix
    private static final int NO_COUNT = Integer.MIN_VALUE; // in a slot: the cell does not count for popularity

    private final Rows rows;
    private final Columns columns;
    private final int slotBound;
    private long[] order = new long[0]; // touch time and place of each cell of the group, by item
    private int[] slots = new int[0]; // by place
    private float[] weights = new float[0]; // by place
    private int[] ends = new int[0]; // by item of the group: the place after its last cell so far

    ColumnBuilder(Rows rows, Columns columns, int slotBound) {
        this.rows = rows;
        this.columns = columns;
        this.slotBound = slotBound;
    }

    /** Receives the columns, in the order of their items. */
    interface Receiver {

        /** Receives a column, which is valid during the call, and may be empty. The rows may lose cells meanwhile. */
        void receive(int item, Column column);
    }

    /** The users of an item in the order of a column. */
    final class Column {

        private int from;
        private int size;

        int size() {
            return size;
        }

        int slot(int index) {
            return slots[place(index)] & ~NO_COUNT;
        }

        float weight(int index) {
            return weights[place(index)];
        }

        int touchedS(int index) {
            return (int) ((order[from + index] ^ Long.MIN_VALUE) >>> 32);
        }

        /** Whether a user counts for popularity. */
        boolean counts(int index) {
            return slots[place(index)] >= 0;
        }

        private int place(int index) {
            return (int) order[from + index];
        }
    }

    /** Makes all columns of a number of cells. */
    void build(int cells, Receiver receiver) {
        int limit = Math.max(LEAST_CELLS, cells / GROUPS);
        int end = columns.capacity();
        for (int first = 0; first < end; ) {
            int last = first;
            int size = columns.users(last);
            while (last + 1 < end && size + columns.users(last + 1) <= limit) {
                size += columns.users(++last);
            }
            load(first, last, size);
            deliver(first, last, receiver);
            first = last + 1;
        }
    }

    private void load(int first, int last, int size) {
        if (size > order.length) {
            order = new long[size];
            slots = new int[size];
            weights = new float[size];
        }
        ends = new int[last - first + 1];
        for (int item = first; item < last; item++) {
            ends[item - first + 1] = ends[item - first] + columns.users(item);
        }
        for (int slot = 0; slot < slotBound; slot++) {
            rows.forEach(slot, first, last, (owner, item, weight, touchedS, types) -> {
                int place = ends[item - first]++;
                order[place] = (((long) touchedS << 32) | place) ^ Long.MIN_VALUE; // unsigned times sort as signed
                slots[place] = InteractionType.DISLIKE.isIn(types) ? owner | NO_COUNT : owner;
                weights[place] = weight;
            });
        }
    }

    private void deliver(int first, int last, Receiver receiver) {
        Column column = new Column();
        for (int item = first; item <= last; item++) {
            column.from = item == first ? 0 : ends[item - first - 1];
            column.size = ends[item - first] - column.from;
            sort(column);
            receiver.receive(item, column);
        }
    }

    /** By time, then by key. */
    private void sort(Column column) {
        Arrays.sort(order, column.from, column.from + column.size);
        for (int start = 0; start < column.size; ) {
            int end = start + 1;
            while (end < column.size && column.touchedS(end) == column.touchedS(start)) {
                end++;
            }
            if (end - start > 1) {
                LongArrays.quickSort(
                        order, column.from + start, column.from + end, (a, b) -> Long.compare(key(a), key(b)));
            }
            start = end;
        }
    }

    private long key(long entry) {
        return rows.key(slots[(int) entry] & ~NO_COUNT);
    }
}
