package dev.kindred.model;

import java.util.List;

/**
 * The similar items of one item, in two lists.
 *
 * @param computedAtMs when the lists were computed, in epoch milliseconds
 * @param similar the items with a similar audience, most similar first
 * @param boughtTogether the same by purchases alone
 */
public record SimilarItemLists(
        String itemId, long computedAtMs, List<SimilarItem> similar, List<SimilarItem> boughtTogether) {

    public SimilarItemLists {
        similar = List.copyOf(similar);
        boughtTogether = List.copyOf(boughtTogether);
    }

    /** Whether both lists are empty. */
    public boolean isEmpty() {
        return similar.isEmpty() && boughtTogether.isEmpty();
    }
}
