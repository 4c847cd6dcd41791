package dev.kindred.matrix;

/**
 * The audience of one item: its most recent users, oldest first. Immutable.
 *
 * <p>Users are given by slot, see {@link MatrixView}. Every entry has the sequence number at which it was added or
 * changed, so that a reader finds the entries that are new since its last read.
 */
public final class Column {

    static final Column EMPTY = new Column(new int[0], new float[0], new long[0]);

    private final int[] slots;
    private final float[] weights;
    private final long[] sequences;

    private Column(int[] slots, float[] weights, long[] sequences) {
        this.slots = slots;
        this.weights = weights;
        this.sequences = sequences;
    }

    /** The number of users in the audience. */
    public int size() {
        return slots.length;
    }

    /** The user at a position in [0, size). */
    public int slot(int index) {
        return slots[index];
    }

    /** The weight of the user's cell: an affinity relative to the matrix's landmark. */
    public float weight(int index) {
        return weights[index];
    }

    /** The sequence number at which the entry was added or changed. */
    public long sequence(int index) {
        return sequences[index];
    }

    Column without(int index) {
        int[] newSlots = new int[slots.length - 1];
        float[] newWeights = new float[newSlots.length];
        long[] newSequences = new long[newSlots.length];
        copy(0, newSlots, newWeights, newSequences, 0, index);
        copy(index + 1, newSlots, newWeights, newSequences, index, newSlots.length - index);
        return new Column(newSlots, newWeights, newSequences);
    }

    /**
     * This column with one more user at a position. Drops the oldest user if there would be more than {@code maxSize}.
     */
    Column with(int index, int slot, float weight, long sequence, int maxSize) {
        int dropped = slots.length == maxSize ? 1 : 0;
        int[] newSlots = new int[slots.length + 1 - dropped];
        float[] newWeights = new float[newSlots.length];
        long[] newSequences = new long[newSlots.length];
        int at = index - dropped;
        copy(dropped, newSlots, newWeights, newSequences, 0, at);
        copy(index, newSlots, newWeights, newSequences, at + 1, slots.length - index);
        newSlots[at] = slot;
        newWeights[at] = weight;
        newSequences[at] = sequence;
        return new Column(newSlots, newWeights, newSequences);
    }

    private void copy(int from, int[] toSlots, float[] toWeights, long[] toSequences, int to, int length) {
        System.arraycopy(slots, from, toSlots, to, length);
        System.arraycopy(weights, from, toWeights, to, length);
        System.arraycopy(sequences, from, toSequences, to, length);
    }

    Column scaled(int exponent) {
        float[] newWeights = weights.clone();
        for (int i = 0; i < newWeights.length; i++) {
            newWeights[i] = Math.scalb(newWeights[i], exponent);
        }
        return new Column(slots, newWeights, sequences);
    }
}
