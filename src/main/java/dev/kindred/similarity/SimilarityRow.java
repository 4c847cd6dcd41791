package dev.kindred.similarity;

import java.util.Arrays;

/**
 * One user's dot products with the most similar users so far, stored from event to event.
 *
 * <p>It holds the products with the user's <em>unit</em> interest vector, {@code D(u,v) / |q_u|}: as all interests
 * decay alike, a row does not change when time passes. The products belong to a version of the vector and to an epoch
 * of the matrix. With any other they are invalid, and the row is recomputed.
 *
 * <p>Mutable, and owned by the task that owns the user.
 */
public final class SimilarityRow {

    private long version = -1; // of the vector; -1 for a row that was never computed
    private long epoch; // of the matrix
    private long sequence; // of the matrix; changes up to it are in the products
    private int size; // slots[0..size) are distinct
    private int[] slots = new int[16];
    private float[] products = new float[16];

    /** A row that was never computed. */
    public SimilarityRow() {}

    /**
     * A stored row; keeps the arrays.
     *
     * @param slots distinct, as long as {@code products}
     */
    public static SimilarityRow wrap(long version, long epoch, long sequence, int[] slots, float[] products) {
        SimilarityRow row = new SimilarityRow();
        row.begin(version, epoch, sequence);
        row.slots = slots;
        row.products = products;
        row.size = slots.length;
        return row;
    }

    boolean isOf(long vectorVersion, long matrixEpoch) {
        return version == vectorVersion && epoch == matrixEpoch;
    }

    void begin(long vectorVersion, long matrixEpoch, long matrixSequence) {
        version = vectorVersion;
        epoch = matrixEpoch;
        sequence = matrixSequence;
        size = 0;
    }

    void add(int slot, float product) {
        if (size == slots.length) {
            int capacity = Math.max(16, 2 * size);
            slots = Arrays.copyOf(slots, capacity);
            products = Arrays.copyOf(products, capacity);
        }
        slots[size] = slot;
        products[size++] = product;
    }

    /** The version of the vector of the products. */
    public long version() {
        return version;
    }

    /** The epoch of the matrix of slots and products. */
    public long epoch() {
        return epoch;
    }

    /** The products include changes of the matrix up to this number. */
    public long sequence() {
        return sequence;
    }

    /** The number of users in the row. */
    public int size() {
        return size;
    }

    /** The user at a position in [0, size), as a slot of the matrix. */
    public int slot(int index) {
        return slots[index];
    }

    /** The dot product at a position. */
    public float product(int index) {
        return products[index];
    }

    /** The approximate size of this row on the heap, in bytes. */
    public int sizeBytes() {
        return 96 + slots.length * 8;
    }
}
