package dev.kindred.matrix;

import java.util.Arrays;

/**
 * The arrays that readers of the matrix use. The writer changes entries in place. It replaces the whole to resize it or
 * to move the landmark, so readers of old tables see them frozen and consistent.
 */
final class Tables {

    final Landmark landmark;
    final long epoch; // equal only for tables with comparable weights

    // by slot
    final long[] keys;
    final Row[] rows;
    final float[] inverseNorms;
    final long[] removedAt; // sequence number at which the slot's user last lost a cell

    // by item
    final Column[] columns;
    final long[] changedAt; // sequence number at which the column last changed
    final int[] users; // the number of kept users, the column's and older ones

    Tables(Landmark landmark, long epoch, int slots, int items) {
        this(
                landmark,
                epoch,
                new long[slots],
                new Row[slots],
                new float[slots],
                new long[slots],
                new Column[items],
                new long[items],
                new int[items]);
        Arrays.fill(rows, Row.EMPTY);
        Arrays.fill(columns, Column.EMPTY);
    }

    private Tables(
            Landmark landmark,
            long epoch,
            long[] keys,
            Row[] rows,
            float[] inverseNorms,
            long[] removedAt,
            Column[] columns,
            long[] changedAt,
            int[] users) {
        this.landmark = landmark;
        this.epoch = epoch;
        this.keys = keys;
        this.rows = rows;
        this.inverseNorms = inverseNorms;
        this.removedAt = removedAt;
        this.columns = columns;
        this.changedAt = changedAt;
        this.users = users;
    }

    /** A copy with room for more slots and items. */
    Tables resized(int slots, int items) {
        Tables larger = new Tables(
                landmark,
                epoch,
                Arrays.copyOf(keys, slots),
                Arrays.copyOf(rows, slots),
                Arrays.copyOf(inverseNorms, slots),
                Arrays.copyOf(removedAt, slots),
                Arrays.copyOf(columns, items),
                Arrays.copyOf(changedAt, items),
                Arrays.copyOf(users, items));
        Arrays.fill(larger.rows, rows.length, slots, Row.EMPTY);
        Arrays.fill(larger.columns, columns.length, items, Column.EMPTY);
        return larger;
    }

    /** A copy relative to a later landmark. */
    Tables movedTo(Landmark later) {
        int exponent = landmark.exponentTo(later);
        Tables moved = new Tables(later, epoch + 1, keys.length, columns.length);
        System.arraycopy(keys, 0, moved.keys, 0, keys.length);
        System.arraycopy(removedAt, 0, moved.removedAt, 0, removedAt.length);
        System.arraycopy(changedAt, 0, moved.changedAt, 0, changedAt.length);
        System.arraycopy(users, 0, moved.users, 0, users.length);
        for (int slot = 0; slot < rows.length; slot++) {
            moved.rows[slot] = rows[slot].scaled(exponent);
            moved.inverseNorms[slot] = moved.rows[slot].inverseNorm();
        }
        for (int item = 0; item < columns.length; item++) {
            moved.columns[item] = columns[item].scaled(exponent);
        }
        return moved;
    }
}
