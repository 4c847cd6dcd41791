package dev.kindred.similarity;

import dev.kindred.math.Selection;
import dev.kindred.matrix.MatrixView;
import dev.kindred.matrix.Row;
import java.util.Arrays;

/**
 * Users who may be neighbors, compared exactly: row by row, whatever the caps of the matrix. With any measure, a user
 * whose weights and the query have no positive dot product is no candidate: nothing that both have speaks for them.
 *
 * <p>Rows lie all over the memory. So they are fetched first, all at once, and compared then: the processor waits for
 * many of them at the same time instead of for one after the other.
 */
final class Candidates {

    private final Comparison comparison;
    private final double shrinkage;
    private final Query query;
    private final Overlaps overlaps;
    private int fetched;
    private int[] fetchedSlots = new int[256];
    private Row[] fetchedRows = new Row[256];

    private int size; // the first size entries are the candidates that are similar at all
    private int[] slots = new int[256];
    private Row[] rows = new Row[256];
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
        fetched = 0;
        size = 0;
        overlaps.clear();
    }

    void fetch(int slot, MatrixView view) {
        if (fetched == fetchedSlots.length) {
            grow();
        }
        fetchedSlots[fetched] = slot;
        fetchedRows[fetched++] = view.row(slot);
    }

    private void grow() {
        int capacity = 2 * fetched;
        fetchedSlots = Arrays.copyOf(fetchedSlots, capacity);
        fetchedRows = Arrays.copyOf(fetchedRows, capacity);
        slots = Arrays.copyOf(slots, capacity);
        rows = Arrays.copyOf(rows, capacity);
        similarities = Arrays.copyOf(similarities, capacity);
        starts = Arrays.copyOf(starts, capacity);
        ends = Arrays.copyOf(ends, capacity);
        scratch = new float[capacity];
    }

    /** Compares all that were fetched with the query; the asking user is no candidate. */
    void compare(long askingUserKey) {
        overlaps.ensureCapacity(mostShared());
        for (int i = 0; i < fetched; i++) {
            Row row = fetchedRows[i];
            if (row.userKey() != askingUserKey) {
                compare(fetchedSlots[i], row);
            }
        }
    }

    /** Touches every row, which is what brings them all on their way. */
    private int mostShared() {
        int shared = 0;
        for (int i = 0; i < fetched; i++) {
            shared += Math.min(fetchedRows[i].size(), query.size());
        }
        return shared;
    }

    private void compare(int slot, Row row) {
        int start = overlaps.end();
        double dot = overlaps.add(query, row);
        double similarity = dot > 0 ? comparison.similarity(query, row, overlaps, start, dot) : 0;
        if (similarity > 0) {
            slots[size] = slot;
            rows[size] = row;
            similarities[size] = (float) (similarity * significance(overlaps.end() - start));
            starts[size] = start;
            ends[size++] = overlaps.end();
        } else {
            overlaps.cut(start);
        }
    }

    private double significance(int shared) {
        return shared / (shared + shrinkage);
    }

    /** The similarity that the k-th most similar candidate has; 0 if there are fewer. */
    float leastOfBest(int k) {
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

    Row row(int candidate) {
        return rows[candidate];
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
