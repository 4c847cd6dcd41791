package dev.kindred.matrix;

import java.util.Arrays;

/**
 * Copies of users' rows, one after the other, for one reading thread: {@link MatrixView#readRow} appends a row.
 *
 * <p>The cells of a row are in the order of their last touch; those of the same second are sorted by item number. A row
 * is copied as a whole: its cells, its norm and its user belong together. Arrays grow and are never given back. Not
 * thread safe: one per thread.
 */
public final class RowBuffer {

    private static final int MAX_EXPONENT = 1 << 20; // an int has room for differences

    private int rows;
    private long[] keys = new long[16];
    private float[] inverseNorms = new float[16];
    private int[] exponents = new int[16];
    private int[] starts = new int[17]; // by row, and one more: where its cells begin
    private int[] typeStarts = new int[17]; // by row, and one more: where its words of types begin

    private long[] cells = new long[256]; // item number in the high half, weight as float bits in the low half
    private int[] ranks = new int[256];
    private long[] types = new long[64]; // eight in a word

    private final boolean hasTypes;

    /** Without rows. */
    public RowBuffer() {
        this(true);
    }

    private RowBuffer(boolean hasTypes) {
        this.hasTypes = hasTypes;
    }

    /** A buffer for cells without their types of event, which is filled in less time. */
    public static RowBuffer withoutTypes() {
        return new RowBuffer(false);
    }

    /** Forgets all rows. */
    public void clear() {
        rows = 0;
    }

    /** Forgets the row that was appended last. */
    public void removeLast() {
        rows--;
    }

    /** The number of rows. */
    public int rows() {
        return rows;
    }

    /** The key of the user of a row in [0, {@link #rows}); undefined for a row without cells. */
    public long key(int row) {
        return keys[row];
    }

    /** The number of cells of a row; 0 where nobody holds the slot that was read. */
    public int size(int row) {
        return starts[row + 1] - starts[row];
    }

    /** Where the cells of a row begin; those of the next row begin where they end. */
    public int start(int row) {
        return starts[row];
    }

    /** Where the cells of a row end. */
    public int end(int row) {
        return starts[row + 1];
    }

    /** The inverse of the L2 norm of the weights of a row; 0 when all weights are 0. */
    public float inverseNorm(int row) {
        return inverseNorms[row];
    }

    /**
     * The unit of the weights of a row, as a power of two: a weight times {@code 2^exponent} is relative to the landmark
     * of the view. Comparisons with one row need not know it; sums over rows do.
     */
    public int exponent(int row) {
        return exponents[row];
    }

    /** The item and the weight at a place in [start, end) of a row, for {@link #itemOf} and {@link #weightOf}. */
    public long cell(int place) {
        return cells[place];
    }

    /** An item and a weight as a cell. */
    public static long cell(int item, float weight) {
        return ((long) item << 32) | (Float.floatToRawIntBits(weight) & 0xffffffffL);
    }

    /** The item number of a cell. */
    public static int itemOf(long cell) {
        return (int) (cell >>> 32);
    }

    /** The weight of a cell, in the unit of its row. */
    public static float weightOf(long cell) {
        return Float.intBitsToFloat((int) cell);
    }

    /** The item number at a place. */
    public int item(int place) {
        return itemOf(cells[place]);
    }

    /** The weight at a place: an affinity in the unit of its row. */
    public float weight(int place) {
        return weightOf(cells[place]);
    }

    /** The rank of the cell at a place: the number of distinct earlier seconds in its row, 0 for the oldest cells. */
    public int rank(int place) {
        return ranks[place];
    }

    /** The types of event seen on the item at a place of a row. */
    public int types(int row, int place) {
        int index = place - starts[row];
        return (int) (types[typeStarts[row] + (index >> 3)] >>> ((index & 7) * 8)) & 0xff;
    }

    /** The types of event seen on an item; none if the row does not have it. */
    public int typesOf(int row, int item) {
        int place = find(row, item);
        return place < 0 ? 0 : types(row, place);
    }

    /** The place of an item, negative if the row does not have it. */
    public int find(int row, int item) {
        for (int place = end(row) - 1; place >= starts[row]; place--) {
            if (item(place) == item) {
                return place;
            }
        }
        return -1;
    }

    /** All cells, by place. Kept arrays for loops that run millions of times a second; valid until the next row is read. */
    public long[] cells() {
        return cells;
    }

    /** All ranks, by place; valid until the next row is read. */
    public int[] ranks() {
        return ranks;
    }

    void appendEmpty() {
        ensureCapacity(0, 0);
        append(0, 0, 0, 0);
    }

    /** Copies the cells and the words of types of a row behind the last one; {@link #append} makes it the last. */
    void copy(long[] from, int cellsAt, int typesAt, int size) {
        int words = wordsOfTypes(size);
        ensureCapacity(size, words);
        int place = starts[rows];
        int rank = 0;
        for (int i = 0; i < size; i++) {
            long cell = from[cellsAt + i];
            rank += Rows.step(cell);
            cells[place + i] = cell & Long.MAX_VALUE;
            ranks[place + i] = rank;
        }
        if (words > 0) {
            System.arraycopy(from, typesAt, types, typeStarts[rows], words);
        }
    }

    private int wordsOfTypes(int size) {
        return hasTypes ? (size + 7) / 8 : 0;
    }

    /** Appends a row of cells that were copied. */
    void append(long key, int size, float inverseNorm, long exponent) {
        keys[rows] = key;
        inverseNorms[rows] = inverseNorm;
        exponents[rows] = exponent(exponent);
        starts[rows + 1] = starts[rows] + size;
        typeStarts[rows + 1] = typeStarts[rows] + wordsOfTypes(size);
        rows++;
    }

    static int exponent(long halfLives) {
        return (int) Math.max(-MAX_EXPONENT, Math.min(halfLives, MAX_EXPONENT));
    }

    private void ensureCapacity(int moreCells, int moreWords) {
        if (rows == keys.length) {
            keys = Arrays.copyOf(keys, 2 * rows);
            inverseNorms = Arrays.copyOf(inverseNorms, 2 * rows);
            exponents = Arrays.copyOf(exponents, 2 * rows);
            starts = Arrays.copyOf(starts, 2 * rows + 1);
            typeStarts = Arrays.copyOf(typeStarts, 2 * rows + 1);
        }
        if (starts[rows] + moreCells > cells.length) {
            cells = Arrays.copyOf(cells, 2 * (starts[rows] + moreCells));
            ranks = Arrays.copyOf(ranks, cells.length);
        }
        if (typeStarts[rows] + moreWords > types.length) {
            types = Arrays.copyOf(types, 2 * (typeStarts[rows] + moreWords));
        }
    }
}
