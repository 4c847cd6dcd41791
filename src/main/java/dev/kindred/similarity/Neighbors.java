package dev.kindred.similarity;

import dev.kindred.matrix.RowBuffer;

/**
 * The most similar users, unordered, with their exact similarities and the items that they share with the requesting
 * user. The search that returned it reuses it.
 */
public final class Neighbors {

    private final Query query;
    private final Overlaps overlaps;
    private final int[] slots;
    private final RowBuffer buffer; // has the rows that were compared
    private final int[] rows; // by their number in the buffer
    private final float[] similarities;
    private final int[] starts; // where the shared items begin
    private final int[] ends;
    private int size;
    private long search;
    private long userKey;

    Neighbors(int capacity, RowBuffer buffer, Query query, Overlaps overlaps) {
        this.buffer = buffer;
        this.query = query;
        this.overlaps = overlaps;
        this.slots = new int[capacity];
        this.rows = new int[capacity];
        this.similarities = new float[capacity];
        this.starts = new int[capacity];
        this.ends = new int[capacity];
    }

    /** Begins without neighbors of a user. */
    void begin(long ofUser) {
        userKey = ofUser;
        size = 0;
        search++;
    }

    /** The key of the requesting user. */
    public long userKey() {
        return userKey;
    }

    /** A number that differs from search to search. */
    public long search() {
        return search;
    }

    void add(Candidates candidates, int candidate) {
        slots[size] = candidates.slot(candidate);
        rows[size] = candidate;
        similarities[size] = candidates.similarity(candidate);
        starts[size] = candidates.start(candidate);
        ends[size++] = candidates.end(candidate);
    }

    /** The query of the requesting user. */
    public Query query() {
        return query;
    }

    /** The number of neighbors, at most k. */
    public int size() {
        return size;
    }

    /** The user at a position in [0, size), as a slot of the matrix view that was searched. */
    public int slot(int index) {
        return slots[index];
    }

    /** The key of the user at a position. */
    public long key(int index) {
        return buffer.key(rows[index]);
    }

    /** The rows that were compared, those of all neighbors among them; the matrix may have newer ones by now. */
    public RowBuffer buffer() {
        return buffer;
    }

    /** The row of the user at a position, by its number in {@link #buffer}. */
    public int row(int index) {
        return rows[index];
    }

    /** The similarity at a position, in (0, 1]. */
    public double similarity(int index) {
        return similarities[index];
    }

    /** The number of items of the query that the user has; at least 1. */
    public int shared(int index) {
        return ends[index] - starts[index];
    }

    /** The place in {@link #buffer} of the cell of a shared item, numbered from 0 to {@link #shared}. */
    public int sharedPlace(int index, int number) {
        return overlaps.place(starts[index] + number);
    }

    /** The index in the query of a shared item. */
    public int sharedIndex(int index, int number) {
        return overlaps.index(starts[index] + number);
    }

    /** The part of a shared item in the dot product of the query and the user's row. */
    public double sharedProduct(int index, int number) {
        return overlaps.product(starts[index] + number);
    }
}
