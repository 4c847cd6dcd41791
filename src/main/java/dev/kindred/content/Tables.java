package dev.kindred.content;

import dev.kindred.math.SparseVector;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The arrays that readers of the index use. The writer changes entries in place. It replaces the whole to resize it or
 * to reclaim numbers, so readers of old tables see them frozen and consistent.
 *
 * <p>Vectors are set with release and read with acquire: a reader of a vector also sees earlier writes, such as the
 * term of a new number.
 */
final class Tables {

    // by item
    final AtomicReferenceArray<SparseVector> rows; // its terms, sorted by number
    final float[] inverseNorms; // of the rows, without idf

    // by term
    final AtomicReferenceArray<SparseVector> columns; // its newest items, oldest first
    final int[] frequencies; // the number of items with the term
    final Term[] terms;

    Tables(int items, int terms) {
        this(empty(items), new float[items], empty(terms), new int[terms], new Term[terms]);
        Arrays.fill(this.terms, Term.NONE);
    }

    private Tables(
            AtomicReferenceArray<SparseVector> rows,
            float[] inverseNorms,
            AtomicReferenceArray<SparseVector> columns,
            int[] frequencies,
            Term[] terms) {
        this.rows = rows;
        this.inverseNorms = inverseNorms;
        this.columns = columns;
        this.frequencies = frequencies;
        this.terms = terms;
    }

    private static AtomicReferenceArray<SparseVector> empty(int size) {
        return resized(new AtomicReferenceArray<>(0), size);
    }

    private static AtomicReferenceArray<SparseVector> resized(AtomicReferenceArray<SparseVector> vectors, int size) {
        AtomicReferenceArray<SparseVector> larger = new AtomicReferenceArray<>(size);
        for (int i = 0; i < size; i++) {
            larger.setPlain(i, i < vectors.length() ? vectors.getPlain(i) : SparseVector.EMPTY);
        }
        return larger;
    }

    int items() {
        return inverseNorms.length;
    }

    int terms() {
        return terms.length;
    }

    /** A copy with room for more items and terms. */
    Tables resized(int itemRoom, int termRoom) {
        Tables larger = new Tables(
                resized(rows, itemRoom),
                Arrays.copyOf(inverseNorms, itemRoom),
                resized(columns, termRoom),
                Arrays.copyOf(frequencies, termRoom),
                Arrays.copyOf(terms, termRoom));
        Arrays.fill(larger.terms, terms.length, termRoom, Term.NONE);
        return larger;
    }
}
