package dev.kindred.http.api;

import dev.kindred.model.Described;
import dev.kindred.model.Item;
import dev.kindred.model.Price;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the catalog says of an item, as JSON. */
record ItemAnswer(
        String itemId,
        @Described("Its name for people; may be empty.") String title,
        @Described("More words on it; may be empty.") String description,

        @Described("Where it belongs, each from the root down, the steps separated by ' > '.")
        List<String> categories,

        @Described("Words that the shop puts on it.") List<String> tags,
        @Described("Who makes it; may be empty.") String brand,

        @Described("What it costs; absent if that is not known.") @Nullable
        Cost price,

        @Described("Where a picture of it is; may be empty.")
        String imageUrl,

        @Described("Anything else, by name.") Map<String, String> attributes,

        @Described("Whether it can be bought now.") boolean available,

        @Described("Whether it must not be shown to anybody.")
        boolean hidden,

        @Described("Since when it is sold, in epoch milliseconds; absent if that is not known.") @Nullable
        Long publishedMs,

        @Described("As of when all this is true, in epoch milliseconds.")
        long updatedMs) {

    ItemAnswer {
        categories = List.copyOf(categories);
        tags = List.copyOf(tags);
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
