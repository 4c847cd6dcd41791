package dev.kindred.similarity;

import dev.kindred.math.Selection;
import dev.kindred.matrix.MatrixView;
import dev.kindred.matrix.Row;
import java.util.Arrays;

/**
 * Possible neighbors, compared exactly, row by row, independent of the caps of the matrix. For every measure, a user
 * without a positive dot product with the query is not a candidate.
 *
 * <p>Rows are scattered over the memory. All rows are therefore fetched first and compared afterwards: cache misses
 * overlap instead of following one another.
 */
final class Candidates {

    private final Comparison comparison;
    private final double shrinkage;
    private final Query query;
    private final Overlaps overlaps;
    private int fetched;
    private int[] fetchedSlots = new int[256];
    private Row[] fetchedRows = new Row[256];

    private int size; // the first size entries are the candidates with a positive similarity
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

    /** Compares all fetched rows with the query. The requesting user is not a candidate. */
    void compare(long requestingUserKey) {
        overlaps.ensureCapacity(mostShared());
        for (int i = 0; i < fetched; i++) {
            Row row = fetchedRows[i];
            if (row.userKey() != requestingUserKey) {
                compare(fetchedSlots[i], row);
            }
        }
    }

    /** Reads the size of every row, which starts loading all of them. */
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
            overlaps.truncate(start);
        }
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
