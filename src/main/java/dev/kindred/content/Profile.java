package dev.kindred.content;

import dev.kindred.math.SparseVector;
import it.unimi.dsi.fastutil.doubles.DoubleArrayList;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.List;

/**
 * A user's interests as terms: the sum of the items' unit vectors, each times the interest in the item.
 *
 * <p>The weight of a term in an item is {@code tf·idf}, the item's own weight times the inverse document frequency of
 * the term. An item counts by the interest in it, not by the length of its text: this is the centroid of Rocchio,
 * <em>Relevance feedback in information retrieval</em> (1971); see Manning et al., section 9.1.1. It is linear in the
 * items, so every similarity is the sum of the items' contributions.
 *
 * <p>Each idf is read once per profile, so that both sides of a cosine use the same value. Not thread safe: one per
 * thread; call {@link #begin} for every search.
 */
final class Profile {

    private double[] byTerm = new double[2048]; // two for each: the idf, 0 if it was not read, and the weight
    private final IntArrayList read = new IntArrayList(); // terms with an idf
    private final IntArrayList terms = new IntArrayList(); // with a weight
    private final IdfCache idfCache = new IdfCache();
    private final IntArrayList items = new IntArrayList();
    private final List<SparseVector> rows = new ArrayList<>(); // by index in items
    private final DoubleArrayList factors = new DoubleArrayList(); // by index in items: interest / norm of the row
    private TermView view = new TermView(new Tables(0, 0), 0);
    private double norm;

    /** Clears the profile, and sets its view. */
    void begin(TermView of) {
        for (int i = 0; i < read.size(); i++) {
            byTerm[2 * read.getInt(i)] = 0;
            byTerm[2 * read.getInt(i) + 1] = 0;
        }
        read.clear();
        terms.clear();
        items.clear();
        rows.clear();
        factors.clear();
        norm = 0;
        view = of;
        if (2 * of.terms() > byTerm.length) {
            byTerm = new double[4 * of.terms()];
        }
        idfCache.begin(of.documents());
    }

    /**
     * Adds an item. Ignores an item that is not in the index.
     *
     * @param interest positive or negative
     */
    void add(int item, double interest) {
        SparseVector row = view.row(item);
        double rowNorm = norm(row);
        if (rowNorm == 0 || interest == 0) {
            return;
        }
        double factor = interest / rowNorm;
        items.add(item);
        rows.add(row);
        factors.add(factor);
        for (int i = 0; i < row.size(); i++) {
            addWeight(row.id(i), factor * weight(row, i));
        }
    }

    private void addWeight(int term, double added) {
        double before = byTerm[2 * term + 1];
        double after = before + added;
        byTerm[2 * term + 1] = after == 0 ? Double.MIN_VALUE : after; // 0 means: not in the profile
        if (before == 0) {
            terms.add(term);
        }
    }

    /** Call this after the last item. */
    void end() {
        double squaredNorm = 0;
        for (int i = 0; i < terms.size(); i++) {
            double weight = weightOf(terms.getInt(i));
            squaredNorm += weight * weight;
        }
        norm = Math.sqrt(squaredNorm);
    }

    /** The weight of a term of an item, including idf. */
    double weight(SparseVector row, int index) {
        return row.weight(index) * idf(row.id(index));
    }

    double idf(int term) {
        double idf = byTerm[2 * term];
        return idf > 0 ? idf : computeIdf(term);
    }

    private double computeIdf(int term) {
        double idf = idfCache.of(view.frequency(term));
        byTerm[2 * term] = idf;
        read.add(term);
        return idf;
    }

    /** The number of distinct terms. */
    int terms() {
        return terms.size();
    }

    /** The number of the term at an index in [0, terms). */
    int term(int index) {
        return terms.getInt(index);
    }

    /** The weight of a term in the profile, including idf; 0 for a term that the profile does not have. */
    double weightOf(int term) {
        return byTerm[2 * term + 1];
    }

    /** The number of items in the profile. */
    int items() {
        return items.size();
    }

    /** The item at an index in [0, items). */
    int item(int index) {
        return items.getInt(index);
    }

    /** The terms of the item at an index. */
    SparseVector row(int index) {
        return rows.get(index);
    }

    /** The factor by which the row at an index is multiplied to give the item's part of the profile. */
    double factor(int index) {
        return factors.getDouble(index);
    }

    /**
     * The similarity of an item to the profile: the cosine, {@code dot(p, d) / (|p|·|d|)}, Manning et al., section
     * 6.3.1.
     *
     * @return in [-1, 1]; 0 when either side is empty
     */
    double similarity(SparseVector row) {
        double dot = 0;
        double squaredNorm = 0;
        for (int i = 0; i < row.size(); i++) {
            double weight = weight(row, i);
            dot += weight * weightOf(row.id(i));
            squaredNorm += weight * weight;
        }
        double norms = norm * Math.sqrt(squaredNorm);
        return norms > 0 ? Math.max(-1, Math.min(1, dot / norms)) : 0; // rounding may exceed the range
    }

    private double norm(SparseVector row) {
        double squaredNorm = 0;
        for (int i = 0; i < row.size(); i++) {
            double weight = weight(row, i);
            squaredNorm += weight * weight;
        }
        return Math.sqrt(squaredNorm);
    }
}
