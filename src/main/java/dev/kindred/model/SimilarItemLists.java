package dev.kindred.model;

import java.util.List;

/**
 * What goes with one item, in two lists.
 *
 * @param itemId which item
 * @param computedAtMs when the lists were computed, in epoch milliseconds
 * @param similar the items that the same users are drawn to, most similar first
 * @param boughtTogether the same by purchases alone
 */
public record SimilarItemLists(
        String itemId, long computedAtMs, List<SimilarItem> similar, List<SimilarItem> boughtTogether) {

    public SimilarItemLists {
        similar = List.copyOf(similar);
        boughtTogether = List.copyOf(boughtTogether);
    }

    /** Whether nothing goes with the item. */
    public boolean isEmpty() {
        return similar.isEmpty() && boughtTogether.isEmpty();
    }
}
