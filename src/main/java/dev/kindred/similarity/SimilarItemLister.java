package dev.kindred.similarity;

import dev.kindred.math.Rounding;
import dev.kindred.matrix.MatrixView;
import dev.kindred.model.ItemDictionary;
import dev.kindred.model.SimilarItem;
import dev.kindred.model.SimilarItemLists;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Computes the published lists of similar items, with rounded similarities, so that lists differ only by relevant
 * changes. Not thread safe: one per thread.
 */
public final class SimilarItemLister {

    private final SimilarItems search;
    private final int size;
    private final IntPredicate isShown;
    private final ItemDictionary dictionary;

    /**
     * A lister that goes by these settings.
     *
     * @param size the most items in a list, positive
     * @param isShown whether an item, given by number, may be on a list
     */
    public SimilarItemLister(SimilarItemsSettings settings, int size, IntPredicate isShown, ItemDictionary dictionary) {
        this.search = new SimilarItems(settings, dictionary);
        this.size = size;
        this.isShown = isShown;
        this.dictionary = dictionary;
    }

    /** The similar items of an item, given by id and number. */
    public SimilarItemLists listsOf(String itemId, int item, MatrixView view, long nowMs) {
        return new SimilarItemLists(
                itemId, nowMs, list(item, Evidence.ALL, view), list(item, Evidence.PURCHASES, view));
    }

    private List<SimilarItem> list(int item, Evidence evidence, MatrixView view) {
        return search.find(item, size, evidence, isShown, view).named(size, other -> true, dictionary).stream()
                .map(similar -> new SimilarItem(similar.itemId(), Rounding.toThreeDigits(similar.similarity())))
                .toList();
    }
}
