package dev.kindred.model;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * One entry of a list of recommendations.
 *
 * @param rank the rank in the list, from 1
 * @param score orders items of the same strategy or blend; not comparable across lists
 * @param strategy the strategy that found it; in a blend, the one with the greatest part
 * @param similarUsers the number of neighbors with a positive affinity to it; 0 if the strategy uses no neighbors, or
 *     if the number is too small to be shown
 * @param reasons the user's own items that contribute most, strongest first; empty if it does not depend on them
 * @param parts in a blend, each strategy's fraction of the score, which add up to 1; otherwise empty
 * @param terms terms that its description shares with the user's own items, strongest first
 * @param propensity the probability with which it came to this place, in (0, 1]; empty unless chance took part
 */
public record RecommendedItem(
        String itemId,
        int rank,
        double score,
        Strategy strategy,
        int similarUsers,
        List<Reason> reasons,
        Map<Strategy, Double> parts,
        List<String> terms,
        OptionalDouble propensity) {

    public RecommendedItem {
        reasons = List.copyOf(reasons);
        parts = parts.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(parts));
        terms = List.copyOf(terms);
    }

    /** An item in whose choice chance took no part. */
    public RecommendedItem(
            String itemId,
            int rank,
            double score,
            Strategy strategy,
            int similarUsers,
            List<Reason> reasons,
            Map<Strategy, Double> parts,
            List<String> terms) {
        this(itemId, rank, score, strategy, similarUsers, reasons, parts, terms, OptionalDouble.empty());
    }

    /** An item that one strategy found, without a blend. */
    public RecommendedItem(
            String itemId, int rank, double score, Strategy strategy, int similarUsers, List<Reason> reasons) {
        this(itemId, rank, score, strategy, similarUsers, reasons, Map.of(), List.of());
    }
}
