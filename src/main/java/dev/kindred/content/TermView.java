package dev.kindred.content;

import dev.kindred.math.SparseVector;

/**
 * One reader's view of the index during one search. It is not a snapshot: later changes may be partly visible, but all
 * terms of an item are of one version.
 */
public final class TermView {

    private final Tables tables;
    private final int documents;

    TermView(Tables tables, int documents) {
        this.tables = tables;
        this.documents = documents;
    }

    /** The number of items with a term. */
    public int documents() {
        return documents;
    }

    /** All items are below this number. */
    public int items() {
        return tables.items();
    }

    /** The numbers of all terms are below this one. */
    public int terms() {
        return tables.terms();
    }

    /** The terms of an item, by number, with their weights without idf; empty for an item that is not in the index. */
    public SparseVector row(int item) {
        return item < tables.items() ? tables.rows.getAcquire(item) : SparseVector.EMPTY;
    }

    /** The inverse of the L2 norm of an item's row; 0 for an empty one. */
    float inverseNorm(int item) {
        return tables.inverseNorms[item];
    }

    /** The newest items that have a term, with its weight in each. */
    public SparseVector newest(int term) {
        return tables.columns.getAcquire(term);
    }

    /** The number of all items with a term. */
    public int frequency(int term) {
        return tables.frequencies[term];
    }

    /** The term with a number. */
    public Term term(int number) {
        return tables.terms[number];
    }

    /**
     * The inverse document frequency of a term: {@code ln(1 + N / df)}, with N items in all and df items with the term.
     * Source: Spärck Jones, <em>A statistical interpretation of term specificity</em> (1972); Manning et al., section
     * 6.2.1, whose {@code ln(N / df)} is 0 for a term of all items.
     */
    public double inverseDocumentFrequency(int term) {
        return inverseDocumentFrequency(documents, frequency(term));
    }

    static double inverseDocumentFrequency(int documents, int frequency) {
        return Math.log1p(documents / (double) Math.max(1, frequency));
    }
}
