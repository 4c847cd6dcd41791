package dev.kindred.serde;

import dev.kindred.model.Item;
import dev.kindred.model.Price;
import dev.kindred.serde.avro.ItemValue;
import dev.kindred.serde.avro.PriceValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Maps items to and from Avro. Tags and attributes are sorted, so that equal items have equal bytes. */
final class ItemMapping {

    private ItemMapping() {}

    static SpecificRecord toAvro(Item item) {
        return new ItemValue(
                item.itemId(),
                item.title(),
                item.description(),
                new ArrayList<>(item.categories()),
                new ArrayList<>(new TreeSet<>(item.tags())),
                item.brand(),
                item.price().map(ItemMapping::toAvro).orElse(null),
                item.imageUrl(),
                new TreeMap<>(item.attributes()),
                item.available(),
                item.hidden(),
                item.publishedMs().isPresent() ? item.publishedMs().getAsLong() : null,
                item.updatedMs(),
                item.withdrawn());
    }

    private static PriceValue toAvro(Price price) {
        return new PriceValue(price.amount(), price.currency());
    }

    /** @throws IllegalArgumentException if the item has no id or an invalid price */
    static Item fromAvro(ItemValue value) {
        return new Item(
                value.getItemId(),
                value.getTitle(),
                value.getDescription(),
                value.getCategories(),
                new LinkedHashSet<>(value.getTags()),
                value.getBrand(),
                Optional.ofNullable(value.getPrice()).map(price -> new Price(price.getAmount(), price.getCurrency())),
                value.getImageUrl(),
                value.getAttributes(),
                value.getAvailable(),
                value.getHidden(),
                published(value.getPublishedMs()),
                value.getUpdatedMs(),
                value.getWithdrawn());
    }

    private static OptionalLong published(@Nullable Long ms) {
        return ms == null ? OptionalLong.empty() : OptionalLong.of(ms);
    }
}
