package dev.kindred.similarity;

import dev.kindred.math.RadixSelection;
import dev.kindred.matrix.ColumnBuffer;
import dev.kindred.matrix.MatrixView;
import java.util.Arrays;

/**
 * Estimates of the similarity of a query with everybody in the audiences of its items.
 *
 * <p>An estimate is the shrunk cosine over those shared items in whose audience the other user is. Where the audiences have all
 * users of the items, it is the cosine itself, up to the norm of the query. The audiences are read once, and no row is.
 *
 * <p>Not thread safe: one per thread, because its array is as long as the greatest slot.
 */
final class Estimates {

    private final double shrinkage;
    private final ColumnBuffer column = new ColumnBuffer();
    private double[] sums = new double[2048]; // by slot: the dot product, and the number of summands
    private int[] slots = new int[256]; // slots[0..size) have a sum
    private int size;

    private int positive; // the first entries of these arrays are those with a positive estimate
    private int[] candidates = new int[256];
    private float[] estimates = new float[256];
    private float[] scratch = new float[256];
    private final RadixSelection selection = new RadixSelection();

    Estimates(double shrinkage) {
        this.shrinkage = shrinkage;
    }

    /** Estimates the similarities of a query. */
    void compute(Query query, MatrixView view) {
        if (2 * view.slots() > sums.length) {
            sums = new double[Math.max(2 * view.slots(), 2 * sums.length)];
        }
        size = 0;
        for (int i = 0; i < query.size(); i++) {
            view.readColumn(query.item(i), column);
            addColumn(query.weight(i));
        }
        finish(view);
    }

    private void addColumn(double weight) {
        if (size + column.size() >= slots.length) {
            slots = Arrays.copyOf(slots, 2 * (size + column.size()));
        }
        double[] bySlot = sums;
        long[] entries = column.entries();
        int[] ids = slots;
        int end = size;
        int audience = column.size();
        for (int i = 0; i < audience; i++) {
            int at = 2 * ColumnBuffer.slotOf(entries[i]);
            bySlot[at] += weight * ColumnBuffer.weightOf(entries[i]);
            double summands = bySlot[at + 1];
            bySlot[at + 1] = summands + 1;
            ids[end] =
                    at; // counts only if the slot is new; written always, because a branch here would be mispredicted
            end += summands == 0 ? 1 : 0;
        }
        size = end;
    }

    /** Turns the sums into estimates and clears them. */
    private void finish(MatrixView view) {
        if (size > candidates.length) {
            candidates = new int[slots.length];
            estimates = new float[slots.length];
            scratch = new float[slots.length];
        }
        int end = 0;
        for (int i = 0; i < size; i++) {
            int at = slots[i];
            double summands = sums[at + 1];
            float estimate = (float) (sums[at] * view.inverseNorm(at >> 1) * summands / (summands + shrinkage));
            sums[at] = 0;
            sums[at + 1] = 0;
            candidates[end] = at >> 1;
            estimates[end] = estimate;
            end += estimate > 0 ? 1 : 0;
        }
        positive = end;
    }

    /** The number of users with a positive estimate. */
    int size() {
        return positive;
    }

    /** The user at a position in [0, size), as a slot. */
    int slot(int index) {
        return candidates[index];
    }

    /** The estimate at a position, times the norm of the query; positive. */
    float estimate(int index) {
        return estimates[index];
    }

    /** The least of the {@code count} greatest estimates; 0 if there are fewer. */
    float boundOfBest(int count) {
        if (positive <= count) {
            return 0;
        }
        System.arraycopy(estimates, 0, scratch, 0, positive);
        return selection.kthGreatest(scratch, positive, count);
    }
}
