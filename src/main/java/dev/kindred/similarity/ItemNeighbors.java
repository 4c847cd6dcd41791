package dev.kindred.similarity;

import dev.kindred.model.ItemDictionary;
import dev.kindred.model.SimilarItem;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** The items most similar to one, most similar first. Immutable. */
public final class ItemNeighbors {

    private final int[] items;
    private final double[] similarities;

    /** Keeps the arrays, which must have the same length. */
    static ItemNeighbors wrap(int[] items, double[] similarities) {
        return new ItemNeighbors(items, similarities);
    }

    private ItemNeighbors(int[] items, double[] similarities) {
        this.items = items;
        this.similarities = similarities;
    }

    /** The number of items. */
    public int size() {
        return items.length;
    }

    /** The number of the item at a place in [0, size). */
    public int item(int place) {
        return items[place];
    }

    /** The similarity of the item at a place, in (0, 1]. */
    public double similarity(int place) {
        return similarities[place];
    }

    /**
     * The first items that may be shown, with their ids.
     *
     * @param limit the greatest number of items
     */
    public List<SimilarItem> named(int limit, IntPredicate isShown, ItemDictionary dictionary) {
        return IntStream.range(0, items.length)
                .filter(place -> isShown.test(items[place]))
                .limit(limit)
                .mapToObj(place -> new SimilarItem(dictionary.idOf(items[place]), similarities[place]))
                .toList();
    }
}
