package dev.kindred.catalog;

import dev.kindred.model.Item;
import dev.kindred.model.Price;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Lets items share equal brands, categories, tags, prices and attributes, of which every decoded record has its own
 * copies. Sharing reduced an item of 525 bytes in the topic from 1,390 bytes of heap to 850. Not thread safe: one per
 * writer.
 */
final class SharedParts {

    private static final int LIMIT = 50_000; // of each kind

    private final Interner<String> words = new Interner<>(LIMIT);
    private final Interner<List<String>> categories = new Interner<>(LIMIT);
    private final Interner<Set<String>> tags = new Interner<>(LIMIT);
    private final Interner<Optional<Price>> prices = new Interner<>(LIMIT);

    /**
     * An equal item that shares its parts.
     *
     * @param itemId its id, as an object that others share already
     */
    Item sharing(Item item, String itemId) {
        return new Item(
                itemId,
                item.title(),
                item.description(),
                categories.intern(List.copyOf(words(item.categories()).toList())),
                tags.intern(Set.of(words(item.tags()).toArray(String[]::new))),
                words.intern(item.brand()),
                prices.intern(item.price().map(price -> new Price(price.amount(), words.intern(price.currency())))),
                item.imageUrl(),
                attributes(item.attributes()),
                item.available(),
                item.hidden(),
                item.publishedMs(),
                item.updatedMs(),
                false);
    }

    private Stream<String> words(Collection<String> all) {
        return all.stream().map(words::intern);
    }

    private Map<String, String> attributes(Map<String, String> all) {
        Map<String, String> sharing = new HashMap<>();
        all.forEach((name, value) -> sharing.put(words.intern(name), words.intern(value)));
        return sharing;
    }
}
