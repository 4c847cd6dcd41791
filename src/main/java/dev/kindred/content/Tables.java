package dev.kindred.content;

import dev.kindred.math.SparseVector;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The arrays that readers of the index look into. The writer changes entries in place and replaces the whole when it must
 * grow or reclaim numbers, so that whoever holds old tables sees them frozen and consistent.
 *
 * <p>Vectors are set with release and read with acquire: what was written before, like the term of a new number, is seen
 * by whoever sees the vector.
 */
final class Tables {

    // by item
    final AtomicReferenceArray<SparseVector> rows; // its terms, sorted by number
    final float[] inverseNorms; // of the rows, without rarity

    // by term
    final AtomicReferenceArray<SparseVector> columns; // its newest items, oldest first
    final int[] frequencies; // how many items have it
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
        return grown(new AtomicReferenceArray<>(0), size);
    }

    private static AtomicReferenceArray<SparseVector> grown(AtomicReferenceArray<SparseVector> vectors, int size) {
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

    /** The same content with room for more items and terms. */
    Tables grown(int itemRoom, int termRoom) {
        Tables larger = new Tables(
                grown(rows, itemRoom),
                Arrays.copyOf(inverseNorms, itemRoom),
                grown(columns, termRoom),
                Arrays.copyOf(frequencies, termRoom),
                Arrays.copyOf(terms, termRoom));
        Arrays.fill(larger.terms, terms.length, termRoom, Term.NONE);
        return larger;
    }
}
