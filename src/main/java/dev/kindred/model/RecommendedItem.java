package dev.kindred.model;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * One entry of a list of recommendations.
 *
 * @param itemId what to show
 * @param rank its place in the list, from 1
 * @param score orders items found by the same strategy, or by the same blend; no scale across lists
 * @param strategy how it was found; of several, the one with the greatest part
 * @param similarUsers how many similar users are drawn to it; 0 when the strategy asks no similar users, or when so few are
 *     that the number is withheld
 * @param reasons the user's own items that speak most for it, strongest first; empty when it does not depend on them
 * @param parts what each strategy adds to the score, as fractions that add up to 1, where several were blended; empty when
 *     one found it alone
 * @param terms what it has in common with the user's own items by its description, strongest first
 */
public record RecommendedItem(
        String itemId,
        int rank,
        double score,
        Strategy strategy,
        int similarUsers,
        List<Reason> reasons,
        Map<Strategy, Double> parts,
        List<String> terms) {

    public RecommendedItem {
        reasons = List.copyOf(reasons);
        parts = parts.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(parts));
        terms = List.copyOf(terms);
    }

    /** An item that one strategy found alone. */
    public RecommendedItem(
            String itemId, int rank, double score, Strategy strategy, int similarUsers, List<Reason> reasons) {
        this(itemId, rank, score, strategy, similarUsers, reasons, Map.of(), List.of());
    }
}
