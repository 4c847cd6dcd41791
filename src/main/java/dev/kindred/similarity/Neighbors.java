package dev.kindred.similarity;

import dev.kindred.matrix.Row;

/**
 * The most similar users, unordered, with their exact similarities and the items that they share with the requesting
 * user. The search that returned it reuses it.
 */
public final class Neighbors {

    private final Query query;
    private final Overlaps overlaps;
    private final int[] slots;
    private final Row[] rows;
    private final float[] similarities;
    private final int[] starts; // where the shared items begin
    private final int[] ends;
    private int size;

    Neighbors(int capacity, Query query, Overlaps overlaps) {
        this.query = query;
        this.overlaps = overlaps;
        this.slots = new int[capacity];
        this.rows = new Row[capacity];
        this.similarities = new float[capacity];
        this.starts = new int[capacity];
        this.ends = new int[capacity];
    }

    void clear() {
        size = 0;
    }

    void add(Candidates candidates, int candidate) {
        slots[size] = candidates.slot(candidate);
        rows[size] = candidates.row(candidate);
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

    /** The row that was compared; the matrix may have a newer one by now. */
    public Row row(int index) {
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

    /** The position in the user's row of a shared item, numbered from 0 to {@link #shared}. */
    public int sharedCell(int index, int number) {
        return overlaps.cell(starts[index] + number);
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
