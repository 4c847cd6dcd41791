package dev.kindred.http.api;

import dev.kindred.model.Described;
import dev.kindred.model.Item;
import dev.kindred.model.Price;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An item of the catalog as JSON. */
record ItemAnswer(
        String itemId,
        @Described("The title; may be empty.") String title,
        @Described("The description; may be empty.") String description,

        @Described("The categories, each as a path from the root, the steps separated by ' > '.")
        List<String> categories,

        @Described("The tags.") List<String> tags,
        @Described("The brand; may be empty.") String brand,

        @Described("The price; absent if unknown.") @Nullable
        Cost price,

        @Described("The URL of a picture; may be empty.") String imageUrl,

        @Described("Further attributes, by name.") Map<String, String> attributes,

        @Described("Whether it can be bought now.") boolean available,

        @Described("Whether it is hidden from all lists.") boolean hidden,

        @Described("The start of its sale, in epoch milliseconds; absent if unknown.") @Nullable
        Long publishedMs,

        @Described("The time of this statement, in epoch milliseconds.")
        long updatedMs) {

    ItemAnswer {
        attributes = new TreeMap<>(attributes); // in order, for people
    }

    /** A price as JSON. */
    record Cost(
            @Described("In whole units of the currency.") double amount,
            @Described("The ISO 4217 code.") String currency) {

        static Cost of(Price price) {
            return new Cost(price.amount(), price.currency());
        }
    }

    static ItemAnswer of(Item item) {
        return new ItemAnswer(
                item.itemId(),
                item.title(),
                item.description(),
                item.categories(),
                item.tags().stream().sorted().toList(),
                item.brand(),
                item.price().map(Cost::of).orElse(null),
                item.imageUrl(),
                item.attributes(),
                item.available(),
                item.hidden(),
                item.publishedMs().isPresent() ? item.publishedMs().getAsLong() : null,
                item.updatedMs());
    }
}
