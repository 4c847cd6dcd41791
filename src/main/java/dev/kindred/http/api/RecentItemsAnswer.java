package dev.kindred.http.api;

import dev.kindred.model.Described;
import dev.kindred.query.RecentItem;
import java.util.List;

/** New arrivals as JSON. */
record RecentItemsAnswer(@Described("Newest first.") List<Item> items) {

    RecentItemsAnswer {
        items = List.copyOf(items);
    }

    /** One item. */
    record Item(
            String itemId,

            @Described("Since when it is sold, in epoch milliseconds.")
            long publishedMs) {}

    static RecentItemsAnswer of(List<RecentItem> items) {
        return new RecentItemsAnswer(items.stream()
                .map(item -> new Item(item.itemId(), item.publishedMs()))
                .toList());
    }
}
