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

/** Items between the domain and Avro. Tags and attributes are written in their order, so that equal items are equal bytes. */
final class ItemMapping {

    private ItemMapping() {}

    static SpecificRecord toAvro(Item item) {
        ItemValue value = new ItemValue();
        value.setItemId(item.itemId());
        value.setTitle(item.title());
        value.setDescription(item.description());
        value.setCategories(new ArrayList<>(item.categories()));
        value.setTags(new ArrayList<>(new TreeSet<>(item.tags())));
        value.setBrand(item.brand());
        value.setPrice(item.price().map(ItemMapping::toAvro).orElse(null));
        value.setImageUrl(item.imageUrl());
        value.setAttributes(new TreeMap<>(item.attributes()));
        value.setAvailable(item.available());
        value.setHidden(item.hidden());
        value.setPublishedMs(item.publishedMs().isPresent() ? item.publishedMs().getAsLong() : null);
        value.setUpdatedMs(item.updatedMs());
        value.setWithdrawn(item.withdrawn());
        return value;
    }

    private static PriceValue toAvro(Price price) {
        PriceValue value = new PriceValue();
        value.setAmount(price.amount());
        value.setCurrency(price.currency());
        return value;
    }

    /** @throws IllegalArgumentException if the item has no id, or a price that is none */
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
