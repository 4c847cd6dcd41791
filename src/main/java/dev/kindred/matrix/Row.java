package dev.kindred.matrix;

import java.util.Arrays;

/**
 * One user's cells as the matrix knows them, in the order of their last touch. Immutable.
 *
 * <p>The order tells which items were touched close to each other. Item and weight share one {@code long}: reading a neighbor's row from memory then costs one cache miss less, and
 * that is where a refresh spends its time.
 */
public final class Row {

    static final Row EMPTY = new Row(0, new long[0], new int[0], new byte[0]);

    private final long[] cells; // item number in the high half, weight as float bits in the low half
    private final int[] touchedS; // ascending, unsigned; cells of the same second are sorted by item number
    private final byte[] types;
    private final long userKey;
    private final float inverseNorm;

    private Row(long userKey, long[] cells, int[] touchedS, byte[] types) {
        this.userKey = userKey;
        this.cells = cells;
        this.touchedS = touchedS;
        this.types = types;
        this.inverseNorm = inverseNorm(cells);
    }

    /** The key of the user whose row it is. */
    public long userKey() {
        return userKey;
    }

    /** How many cells the row has. */
    public int size() {
        return cells.length;
    }

    /** The item number at a position in [0, size). */
    public int item(int index) {
        return (int) (cells[index] >>> 32);
    }

    /** The weight at a position: an affinity relative to the matrix's landmark. */
    public float weight(int index) {
        return Float.intBitsToFloat((int) cells[index]);
    }

    /** The types of event seen on the item at a position. */
    public int types(int index) {
        return types[index];
    }

    int touchedS(int index) {
        return touchedS[index];
    }

    /**
     * Tells how many different times of touch lie before that of each cell, in seconds: 0 for the oldest cells.
     *
     * @param into receives one number for each cell; at least as long as the row
     */
    public void ranks(int[] into) {
        int rank = 0;
        for (int i = 0; i < cells.length; i++) {
            if (i > 0 && touchedS[i] != touchedS[i - 1]) {
                rank++;
            }
            into[i] = rank;
        }
    }

    /** The position of an item, negative if the row does not have it. */
    int find(int item) {
        for (int i = cells.length - 1; i >= 0; i--) {
            if (item(i) == item) {
                return i;
            }
        }
        return -1;
    }

    Row with(long key, int item, float weight, int touchedSeconds, int typeBits) {
        int found = find(item);
        Row others = found >= 0 ? without(found) : this;
        return others.withNew(key, item, weight, touchedSeconds, typeBits);
    }

    private Row withNew(long key, int item, float weight, int touchedSeconds, int typeBits) {
        int at = placeOf(item, touchedSeconds);
        int newSize = cells.length + 1;
        int rest = cells.length - at;
        long[] newCells = Arrays.copyOf(cells, newSize);
        int[] newTouched = Arrays.copyOf(touchedS, newSize);
        byte[] newTypes = Arrays.copyOf(types, newSize);
        System.arraycopy(cells, at, newCells, at + 1, rest);
        System.arraycopy(touchedS, at, newTouched, at + 1, rest);
        System.arraycopy(types, at, newTypes, at + 1, rest);
        newCells[at] = cell(item, weight);
        newTouched[at] = touchedSeconds;
        newTypes[at] = (byte) typeBits;
        return new Row(key, newCells, newTouched, newTypes);
    }

    private int placeOf(int item, int touchedSeconds) {
        int at = cells.length;
        while (at > 0 && isAfter(at - 1, item, touchedSeconds)) {
            at--;
        }
        return at;
    }

    private boolean isAfter(int index, int item, int touchedSeconds) {
        int byTime = Integer.compareUnsigned(touchedS[index], touchedSeconds);
        return byTime != 0 ? byTime > 0 : item(index) > item;
    }

    Row without(int index) {
        int last = cells.length - 1;
        if (last == 0) {
            return EMPTY;
        }
        long[] newCells = Arrays.copyOf(cells, last);
        int[] newTouched = Arrays.copyOf(touchedS, last);
        byte[] newTypes = Arrays.copyOf(types, last);
        System.arraycopy(cells, index + 1, newCells, index, last - index);
        System.arraycopy(touchedS, index + 1, newTouched, index, last - index);
        System.arraycopy(types, index + 1, newTypes, index, last - index);
        return new Row(userKey, newCells, newTouched, newTypes);
    }

    Row scaled(int exponent) {
        long[] newCells = new long[cells.length];
        for (int i = 0; i < cells.length; i++) {
            newCells[i] = cell(item(i), Math.scalb(weight(i), exponent));
        }
        return new Row(userKey, newCells, touchedS, types);
    }

    /** The inverse of the L2 norm of the weights; 0 when all weights are 0. */
    public float inverseNorm() {
        return inverseNorm;
    }

    private static float inverseNorm(long[] cells) {
        double squaredNorm = 0;
        for (long cell : cells) {
            double weight = Float.intBitsToFloat((int) cell);
            squaredNorm += weight * weight;
        }
        return squaredNorm > 0 ? (float) Math.min(1 / Math.sqrt(squaredNorm), Float.MAX_VALUE) : 0;
    }

    private static long cell(int item, float weight) {
        return ((long) item << 32) | (Float.floatToRawIntBits(weight) & 0xffffffffL);
    }
}
