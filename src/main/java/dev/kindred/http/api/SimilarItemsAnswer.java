package dev.kindred.http.api;

import dev.kindred.http.Described;
import dev.kindred.model.SimilarItem;
import java.util.List;

/** Similar items as JSON. */
record SimilarItemsAnswer(@Described("Most similar first.") List<Item> items) {

    SimilarItemsAnswer {
        items = List.copyOf(items);
    }

    /** One item. */
    record Item(
            String itemId,

            @Described("How much it goes with the item asked for, in (0, 1]; compare it within one answer.")
            double similarity) {}

    static SimilarItemsAnswer of(List<SimilarItem> items) {
        return new SimilarItemsAnswer(items.stream()
                .map(item -> new Item(item.itemId(), item.similarity()))
                .toList());
    }
}
