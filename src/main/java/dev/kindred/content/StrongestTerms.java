package dev.kindred.content;

import dev.kindred.math.SparseVector;
import it.unimi.dsi.fastutil.ints.Int2DoubleMap;
import it.unimi.dsi.fastutil.ints.Int2DoubleOpenHashMap;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The strongest terms of a user's items: the same sum of TF-IDF vectors as a {@link Profile}, which is made for
 * searches. This one uses memory only for its own terms, without scratch arrays of the size of the vocabulary. Not
 * thread safe: one per request.
 */
public final class StrongestTerms {

    private static final Comparator<Map.Entry<Term, Double>> BY_WEIGHT = Comparator.comparingDouble(
                    (Map.Entry<Term, Double> entry) -> -entry.getValue().floatValue())
            .thenComparing(Map.Entry::getKey);

    private final TermView view;
    private final Int2DoubleOpenHashMap weights = new Int2DoubleOpenHashMap(); // by term

    /** An empty sum over terms of this view. */
    public StrongestTerms(TermView view) {
        this.view = view;
    }

    /**
     * Adds an item. Ignores an item that is not in the index.
     *
     * @param affinity the affinity to the item, positive
     */
    public void add(int item, double affinity) {
        SparseVector row = view.row(item);
        double[] own = new double[row.size()];
        double squaredNorm = 0;
        for (int i = 0; i < own.length; i++) {
            own[i] = row.weight(i) * view.inverseDocumentFrequency(row.id(i));
            squaredNorm += own[i] * own[i];
        }
        for (int i = 0; i < own.length && squaredNorm > 0; i++) {
            weights.addTo(row.id(i), affinity * own[i] / Math.sqrt(squaredNorm));
        }
    }

    /**
     * The terms with the greatest weights, greatest first, ties in the order of terms.
     *
     * @return each with its coordinate in a vector of length 1, in (0, 1]
     */
    public Map<Term, Double> strongest(int limit) {
        double norm = Math.sqrt(
                weights.values().doubleStream().map(weight -> weight * weight).sum());
        Map<Term, Double> strongest = new LinkedHashMap<>();
        weights.int2DoubleEntrySet().stream()
                .map(entry -> entry(entry, norm))
                .sorted(BY_WEIGHT)
                .limit(limit)
                .forEach(entry -> strongest.put(entry.getKey(), entry.getValue()));
        return strongest;
    }

    private Map.Entry<Term, Double> entry(Int2DoubleMap.Entry weight, double norm) {
        return Map.entry(view.term(weight.getIntKey()), Math.min(1, weight.getDoubleValue() / norm));
    }
}
