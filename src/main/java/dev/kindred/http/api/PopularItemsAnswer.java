package dev.kindred.http.api;

import dev.kindred.model.Described;
import dev.kindred.query.PopularItem;
import java.util.List;

/** Popular items as JSON. */
record PopularItemsAnswer(@Described("Most popular first.") List<Item> items) {

    PopularItemsAnswer {
        items = List.copyOf(items);
    }

    /** One item. */
    record Item(
            String itemId,

            @Described("How many users it has, each fading since the last touch.")
            double popularity) {}

    static PopularItemsAnswer of(List<PopularItem> items) {
        return new PopularItemsAnswer(items.stream()
                .map(item -> new Item(item.itemId(), item.popularity()))
                .toList());
    }
}
