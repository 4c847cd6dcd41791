package dev.kindred.similarity;

import dev.kindred.math.Selection;
import dev.kindred.matrix.MatrixView;
import dev.kindred.matrix.RowBuffer;
import java.util.Arrays;

/**
 * Possible neighbors, compared exactly, row by row, independent of the caps of the matrix. For every measure, a user
 * without a positive dot product with the query is not a candidate.
 *
 * <p>Every row is copied once and compared at once, so that nothing changes while it is compared. Rows are scattered over the
 * memory: the next ones are touched ahead, so that cache misses overlap instead of following one another.
 */
final class Candidates {

    private static final int AHEAD = 32; // rows that are loaded at once

    private final Comparison comparison;
    private final double shrinkage;
    private final Query query;
    private final Overlaps overlaps;
    private int chosen; // the first entries are those to compare
    private int[] chosenSlots = new int[256];

    @SuppressWarnings("UnusedVariable") // keeps the compiler from dropping the reads ahead
    private long touched;

    // the first size entries are the candidates with a positive similarity, and the rows of the buffer
    private int size;
    private final RowBuffer rows = RowBuffer.withoutTypes();
    private int[] slots = new int[256];
    private float[] similarities = new float[256];
    private int[] starts = new int[256]; // where the shared items begin
    private int[] ends = new int[256];
    private float[] scratch = new float[256];

    Candidates(Comparison comparison, double shrinkage, Query query, Overlaps overlaps) {
        this.comparison = comparison;
        this.shrinkage = shrinkage;
        this.query = query;
        this.overlaps = overlaps;
    }

    void clear() {
        chosen = 0;
        size = 0;
        rows.clear();
        overlaps.clear();
    }

    /** Adds a user to those who will be compared. */
    void choose(int slot) {
        if (chosen == chosenSlots.length) {
            grow();
        }
        chosenSlots[chosen++] = slot;
    }

    private void grow() {
        int capacity = 2 * chosen;
        chosenSlots = Arrays.copyOf(chosenSlots, capacity);
        slots = Arrays.copyOf(slots, capacity);
        similarities = Arrays.copyOf(similarities, capacity);
        starts = Arrays.copyOf(starts, capacity);
        ends = Arrays.copyOf(ends, capacity);
        scratch = new float[capacity];
    }

    /** Compares all who were chosen with the query. The requesting user is not a candidate. */
    void compare(long requestingUserKey, MatrixView view) {
        for (int first = 0; first < chosen; first += AHEAD) {
            int end = Math.min(first + AHEAD, chosen);
            touch(first, end, view);
            for (int i = first; i < end; i++) {
                view.readRow(chosenSlots[i], rows);
                if (rows.key(size) == requestingUserKey || !isCandidate(chosenSlots[i])) {
                    rows.removeLast();
                }
            }
        }
    }

    private void touch(int first, int end, MatrixView view) {
        long sum = 0;
        for (int i = first; i < end; i++) {
            sum += view.touch(chosenSlots[i]);
        }
        touched = sum;
    }

    /** Compares the last row; keeps it if it is similar. */
    private boolean isCandidate(int slot) {
        int start = overlaps.end();
        overlaps.ensureCapacity(start + Math.min(rows.size(size), query.size()));
        double dot = overlaps.add(query, rows, size);
        double similarity = dot > 0 ? comparison.similarity(query, rows, size, overlaps, start, dot) : 0;
        if (similarity <= 0) {
            overlaps.truncate(start);
            return false;
        }
        slots[size] = slot;
        similarities[size] = (float) (similarity * significance(overlaps.end() - start));
        starts[size] = start;
        ends[size++] = overlaps.end();
        return true;
    }

    private double significance(int shared) {
        return shared / (shared + shrinkage);
    }

    /** The similarity of the k-th most similar candidate; 0 if there are fewer. */
    float kthSimilarity(int k) {
        if (size < k) {
            return 0;
        }
        System.arraycopy(similarities, 0, scratch, 0, size);
        return Selection.kthGreatest(scratch, size, k);
    }

    int size() {
        return size;
    }

    int slot(int candidate) {
        return slots[candidate];
    }

    /** The rows of all candidates, in their order. */
    RowBuffer buffer() {
        return rows;
    }

    float similarity(int candidate) {
        return similarities[candidate];
    }

    int start(int candidate) {
        return starts[candidate];
    }

    int end(int candidate) {
        return ends[candidate];
    }
}
