package dev.kindred.http.api;

import dev.kindred.model.Described;
import dev.kindred.query.TrendingItem;
import java.util.List;

/** Trending items as JSON. */
record TrendingItemsAnswer(
        @Described("The one with most users first.") List<Item> items) {

    TrendingItemsAnswer {
        items = List.copyOf(items);
    }

    /** One item. */
    record Item(
            String itemId,

            @Described("How many users it has, each fading since the last touch, faster than they do for popularity.")
            double users) {}

    static TrendingItemsAnswer of(List<TrendingItem> items) {
        return new TrendingItemsAnswer(items.stream()
                .map(item -> new Item(item.itemId(), item.users()))
                .toList());
    }
}
