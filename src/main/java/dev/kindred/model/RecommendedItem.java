package dev.kindred.model;

import java.util.List;

/**
 * One entry of a list of recommendations.
 *
 * @param itemId what to show
 * @param rank its place in the list, from 1
 * @param score orders items found by the same strategy; no scale across lists
 * @param strategy how it was found
 * @param similarUsers how many similar users are drawn to it; 0 when the strategy asks no similar users
 * @param reasons the user's own items that speak most for it, strongest first; empty when it does not depend on them
 */
public record RecommendedItem(
        String itemId, int rank, double score, Strategy strategy, int similarUsers, List<Reason> reasons) {

    public RecommendedItem {
        reasons = List.copyOf(reasons);
    }
}
