package dev.kindred.matrix;

/**
 * One user's cells in the matrix, in the order of their last touch. Immutable.
 *
 * <p>The order shows which items were touched close to each other. A row is one array, and item and weight share one
 * {@code long}: a refresh spends its time on cache misses, and every further array would add one.
 */
public final class Row {

    static final Row EMPTY = new Row(0, 0, new long[0]);

    /**
     * First the cells, each with the item number in the high half and the weight as float bits in the low half; then
     * the touch times in unsigned seconds, ascending, two in a {@code long}; then the types, eight in a {@code long}.
     * Cells of the same second are sorted by item number.
     */
    private final long[] data;

    private final int size;
    private final long userKey;
    private final float inverseNorm;

    private Row(long userKey, int size, long[] data) {
        this.userKey = userKey;
        this.size = size;
        this.data = data;
        this.inverseNorm = inverseNorm(data, size);
    }

    private static long[] allocate(int size) {
        return new long[typesAt(size) + (size + 7) / 8];
    }

    private static int typesAt(int size) {
        return size + (size + 1) / 2;
    }

    /** The key of the user of this row. */
    public long userKey() {
        return userKey;
    }

    /** The number of cells. */
    public int size() {
        return size;
    }

    /** The item number at a position in [0, size). */
    public int item(int index) {
        return itemOf(data[index]);
    }

    /** The weight at a position: an affinity relative to the matrix's landmark. */
    public float weight(int index) {
        return weightOf(data[index]);
    }

    /** The item and the weight at a position, for {@link #itemOf} and {@link #weightOf}. */
    public long cell(int index) {
        return data[index];
    }

    /** The item number of a cell. */
    public static int itemOf(long cell) {
        return (int) (cell >>> 32);
    }

    /** The weight of a cell. */
    public static float weightOf(long cell) {
        return Float.intBitsToFloat((int) cell);
    }

    /** The types of event seen on the item at a position. */
    public int types(int index) {
        return (int) (data[typesAt(size) + (index >> 3)] >>> shiftOfTypes(index)) & 0xff;
    }

    /** The types of event seen on an item; none if the row does not have it. */
    public int typesOf(int item) {
        int at = find(item);
        return at < 0 ? 0 : types(at);
    }

    int touchedS(int index) {
        return (int) (data[size + (index >> 1)] >>> shiftOfTouched(index));
    }

    private static int shiftOfTypes(int index) {
        return (index & 7) * 8;
    }

    private static int shiftOfTouched(int index) {
        return (index & 1) * 32;
    }

    /**
     * Ranks the cells by touch time: the number of distinct earlier seconds, 0 for the oldest cells.
     *
     * @param into receives one rank for each cell
     * @param at the position of the first rank in {@code into}
     */
    public void ranks(int[] into, int at) {
        int rank = 0;
        int before = size > 0 ? touchedS(0) : 0;
        for (int i = 0; i < size; i++) {
            int touched = touchedS(i);
            if (touched != before) {
                rank++;
                before = touched;
            }
            into[at + i] = rank;
        }
    }

    /** The position of an item, negative if the row does not have it. */
    int find(int item) {
        for (int i = size - 1; i >= 0; i--) {
            if (item(i) == item) {
                return i;
            }
        }
        return -1;
    }

    Row with(long key, int item, float weight, int touchedSeconds, int typeBits) {
        int found = find(item);
        Row others = found >= 0 ? without(found) : this;
        int at = others.insertionPoint(item, touchedSeconds);
        int newSize = others.size + 1;
        long[] newData = allocate(newSize);
        others.copy(0, at, newData, newSize, 0);
        put(newData, newSize, at, cell(item, weight), touchedSeconds, typeBits);
        others.copy(at, others.size, newData, newSize, at + 1);
        return new Row(key, newSize, newData);
    }

    private int insertionPoint(int item, int touchedSeconds) {
        int at = size;
        while (at > 0 && isAfter(at - 1, item, touchedSeconds)) {
            at--;
        }
        return at;
    }

    private boolean isAfter(int index, int item, int touchedSeconds) {
        int byTime = Integer.compareUnsigned(touchedS(index), touchedSeconds);
        return byTime != 0 ? byTime > 0 : item(index) > item;
    }

    Row without(int index) {
        if (size == 1) {
            return EMPTY;
        }
        long[] newData = allocate(size - 1);
        copy(0, index, newData, size - 1, 0);
        copy(index + 1, size, newData, size - 1, index);
        return new Row(userKey, size - 1, newData);
    }

    private void copy(int from, int to, long[] newData, int newSize, int at) {
        for (int i = from; i < to; i++) {
            put(newData, newSize, at + i - from, data[i], touchedS(i), types(i));
        }
    }

    private static void put(long[] data, int size, int at, long cell, int touchedSeconds, int typeBits) {
        data[at] = cell;
        data[size + (at >> 1)] |= Integer.toUnsignedLong(touchedSeconds) << shiftOfTouched(at);
        data[typesAt(size) + (at >> 3)] |= (typeBits & 0xffL) << shiftOfTypes(at);
    }

    Row scaled(int exponent) {
        long[] newData = data.clone();
        for (int i = 0; i < size; i++) {
            newData[i] = cell(item(i), Math.scalb(weight(i), exponent));
        }
        return new Row(userKey, size, newData);
    }

    /** The inverse of the L2 norm of the weights; 0 when all weights are 0. */
    public float inverseNorm() {
        return inverseNorm;
    }

    private static float inverseNorm(long[] data, int size) {
        double squaredNorm = 0;
        for (int i = 0; i < size; i++) {
            double weight = weightOf(data[i]);
            squaredNorm += weight * weight;
        }
        return squaredNorm > 0 ? (float) Math.min(1 / Math.sqrt(squaredNorm), Float.MAX_VALUE) : 0;
    }

    private static long cell(int item, float weight) {
        return ((long) item << 32) | (Float.floatToRawIntBits(weight) & 0xffffffffL);
    }
}
