package dev.kindred.content;

import dev.kindred.math.Accumulator;
import dev.kindred.math.SparseVector;
import it.unimi.dsi.fastutil.doubles.DoubleArrayList;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.List;

/**
 * What somebody is after, in terms: the sum of the items' unit vectors, each times the interest in it.
 *
 * <p>The weight of a term in an item is {@code tf·idf}, the item's own weight times the rarity of the term. That an item
 * counts by the interest in it and not by the length of its text is the centroid of Rocchio, <em>Relevance feedback in
 * information retrieval</em> (1971); see Manning et al., section 9.1.1. It is linear in the items, so every similarity is
 * the sum of what each of them contributes.
 *
 * <p>Rarities are looked up once for all that is asked of a profile, so that both sides of a cosine see the same. Not
 * thread safe: one per thread, begun anew for every search.
 */
final class Profile {

    private final Accumulator weights = new Accumulator(); // by term
    private final Accumulator rarities = new Accumulator(); // by term, those that were needed
    private final Rarities known = new Rarities();
    private final IntArrayList items = new IntArrayList();
    private final List<SparseVector> rows = new ArrayList<>(); // by index in items
    private final DoubleArrayList factors = new DoubleArrayList(); // by index in items: interest / norm of the row
    private TermView view = new TermView(new Tables(0, 0), 0);
    private double norm;

    /** Forgets all, and reads this view from now on. */
    void begin(TermView of) {
        weights.clear();
        rarities.clear();
        items.clear();
        rows.clear();
        factors.clear();
        norm = 0;
        view = of;
        weights.ensureCapacity(of.terms());
        rarities.ensureCapacity(of.terms());
        known.begin(of.documents());
    }

    /**
     * Takes in an item; one that the index does not know says nothing.
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
            weights.add(row.id(i), factor * weight(row, i));
        }
    }

    /** To be called after the last item. */
    void end() {
        double squaredNorm = 0;
        for (int i = 0; i < weights.size(); i++) {
            double weight = weights.sum(weights.id(i));
            squaredNorm += weight * weight;
        }
        norm = Math.sqrt(squaredNorm);
    }

    /** What a term of an item weighs, its rarity included. */
    double weight(SparseVector row, int index) {
        return row.weight(index) * rarity(row.id(index));
    }

    double rarity(int term) {
        double rarity = rarities.sum(term);
        return rarity > 0 ? rarity : lookUpRarity(term);
    }

    private double lookUpRarity(int term) {
        rarities.add(term, known.of(view.frequency(term)));
        return rarities.sum(term);
    }

    /** How many different terms there are. */
    int terms() {
        return weights.size();
    }

    /** The number of the term at an index in [0, terms). */
    int term(int index) {
        return weights.id(index);
    }

    /** What a term weighs here, its rarity included; 0 for one that is not here. */
    double weightOf(int term) {
        return weights.sum(term);
    }

    /** How many items make up the profile. */
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

    /** What the row at an index is multiplied with to give the item's part of the profile. */
    double factor(int index) {
        return factors.getDouble(index);
    }

    /**
     * How much an item is about what is wanted: the cosine, {@code dot(p, d) / (|p|·|d|)}, Manning et al., section 6.3.1.
     *
     * @return in [-1, 1]; 0 when either side is empty
     */
    double similarity(SparseVector row) {
        double dot = 0;
        double squaredNorm = 0;
        for (int i = 0; i < row.size(); i++) {
            double weight = weight(row, i);
            dot += weight * weights.sum(row.id(i));
            squaredNorm += weight * weight;
        }
        double norms = norm * Math.sqrt(squaredNorm);
        return norms > 0 ? Math.max(-1, Math.min(1, dot / norms)) : 0; // rounding may go beyond
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
