package dev.kindred.matrix;

import java.util.Arrays;

/**
 * One user's cells as the matrix knows them, sorted by item number. Immutable.
 *
 * <p>Item and weight share one {@code long}: reading a neighbor's row from memory then costs one cache miss less, and
 * that is where a refresh spends its time.
 */
public final class Row {

    static final Row EMPTY = new Row(0, new long[0], new int[0], new byte[0]);

    private final long[] cells; // item number in the high half, weight as float bits in the low half; sorted
    private final int[] touchedS;
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

    /** The position of an item, or {@code -(insertion point) - 1} if the row does not have it. */
    int find(int item) {
        int low = 0;
        int high = cells.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int found = item(middle);
            if (found < item) {
                low = middle + 1;
            } else if (found > item) {
                high = middle - 1;
            } else {
                return middle;
            }
        }
        return -low - 1;
    }

    Row with(long key, int item, float weight, int touchedSeconds, int typeBits) {
        int found = find(item);
        int at = found >= 0 ? found : -found - 1;
        int replaced = found >= 0 ? 1 : 0;
        int newSize = cells.length + 1 - replaced;
        int rest = cells.length - at - replaced;
        long[] newCells = Arrays.copyOf(cells, newSize);
        int[] newTouched = Arrays.copyOf(touchedS, newSize);
        byte[] newTypes = Arrays.copyOf(types, newSize);
        System.arraycopy(cells, at + replaced, newCells, at + 1, rest);
        System.arraycopy(touchedS, at + replaced, newTouched, at + 1, rest);
        System.arraycopy(types, at + replaced, newTypes, at + 1, rest);
        newCells[at] = cell(item, weight);
        newTouched[at] = touchedSeconds;
        newTypes[at] = (byte) typeBits;
        return new Row(key, newCells, newTouched, newTypes);
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
