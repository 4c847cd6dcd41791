package dev.kindred.http.api;

import dev.kindred.model.Described;
import dev.kindred.model.SimilarItem;
import dev.kindred.query.FoundItems;
import dev.kindred.query.ListedItem;
import java.util.List;
import java.util.function.Function;

/** Lists of items as JSON. */
final class ItemLists {

    private ItemLists() {}

    private static <T> List<T> convert(List<ListedItem> items, Function<ListedItem, T> conversion) {
        return items.stream().map(conversion).toList();
    }

    /** Items that were found. */
    record FoundItemsAnswer(
            @Described("How many items match.") int total,

            @Described("The first of them, the most popular first.")
            List<ItemAnswer> items) {

        static FoundItemsAnswer of(FoundItems found) {
            return new FoundItemsAnswer(
                    found.total(), found.items().stream().map(ItemAnswer::of).toList());
        }
    }

    /** Popular items. */
    record PopularItemsAnswer(
            @Described("Most popular first.") List<PopularItemsAnswer.Item> items) {

        /** One item. */
        record Item(
                String itemId,

                @Described("How many users it has, each fading since the last touch.")
                double popularity) {}

        static PopularItemsAnswer of(List<ListedItem> items) {
            return new PopularItemsAnswer(
                    convert(items, item -> new PopularItemsAnswer.Item(item.itemId(), item.value())));
        }
    }

    /** Trending items. */
    record TrendingItemsAnswer(
            @Described("The one with most users first.") List<TrendingItemsAnswer.Item> items) {

        /** One item. */
        record Item(
                String itemId,

                @Described(
                        "How many users it has, each fading since the last touch, faster than they do for popularity.")
                double users) {}

        static TrendingItemsAnswer of(List<ListedItem> items) {
            return new TrendingItemsAnswer(
                    convert(items, item -> new TrendingItemsAnswer.Item(item.itemId(), item.value())));
        }
    }

    /** New arrivals. */
    record RecentItemsAnswer(@Described("Newest first.") List<RecentItemsAnswer.Item> items) {

        /** One item. */
        record Item(
                String itemId,

                @Described("Since when it is sold, in epoch milliseconds.")
                long publishedMs) {}

        static RecentItemsAnswer of(List<ListedItem> items) {
            return new RecentItemsAnswer(
                    convert(items, item -> new RecentItemsAnswer.Item(item.itemId(), (long) item.value())));
        }
    }

    /** Similar items. */
    record SimilarItemsAnswer(
            @Described("Most similar first.") List<SimilarItem> items) {

        SimilarItemsAnswer {
            items = List.copyOf(items);
        }
    }
}
