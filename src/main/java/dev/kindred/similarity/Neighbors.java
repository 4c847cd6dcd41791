package dev.kindred.similarity;

/** The most similar users, in no order, with their exact similarities. Reused by the search that gave it. */
public final class Neighbors {

    private final int[] slots;
    private final double[] similarities;
    private int size;

    Neighbors(int capacity) {
        this.slots = new int[capacity];
        this.similarities = new double[capacity];
    }

    void clear() {
        size = 0;
    }

    void add(int slot, double similarity) {
        slots[size] = slot;
        similarities[size++] = similarity;
    }

    /** How many there are, at most k. */
    public int size() {
        return size;
    }

    /** The user at a position in [0, size), as a slot of the matrix view that was searched. */
    public int slot(int index) {
        return slots[index];
    }

    /** The similarity at a position, in (0, 1]. */
    public double similarity(int index) {
        return similarities[index];
    }
}
