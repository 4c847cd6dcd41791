package dev.kindred.intake;

import dev.kindred.model.Ids;
import dev.kindred.model.Item;
import dev.kindred.model.Price;
import dev.kindred.model.RawItem;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Validates items from every source. */
public final class ItemValidator {

    private final int maxIdBytes;

    /** A validator with the id rules of events, so that events can refer to every item. */
    public ItemValidator(IntakeSettings settings) {
        this(settings.maxIdBytes());
    }

    /** @param maxIdBytes the longest valid id, in bytes of UTF-8 */
    public ItemValidator(int maxIdBytes) {
        this.maxIdBytes = maxIdBytes;
    }

    /**
     * Checks an item from the catalog's topic.
     *
     * @param key the record's key; it must be the item's id, else the item could not be removed
     *
     * @return the broken rule; empty for a valid item
     */
    public Optional<String> problem(String key, Item item) {
        return Ids.problem(item.itemId(), maxIdBytes)
                .map(rule -> "its id " + rule)
                .or(() -> key.equals(item.itemId()) ? Optional.empty() : Optional.of("its id is not its key"));
    }

    /**
     * Checks an item from a client.
     *
     * @return the first broken rule; empty for a valid item
     */
    public Optional<Rejection> check(RawItem item) {
        return Ids.problem(item.itemId(), maxIdBytes)
                .map(rule -> new Rejection(RejectionReason.INVALID_ITEM, "itemId " + rule))
                .or(() -> price(item))
                .or(() -> time("publishedMs", item.publishedMs()))
                .or(() -> time("updatedMs", OptionalLong.of(item.updatedMs())));
    }

    private static Optional<Rejection> price(RawItem item) {
        return item.price().isEmpty()
                ? Optional.empty()
                : Price.problem(item.price().getAsDouble(), item.currency().strip())
                        .map(rule -> new Rejection(RejectionReason.INVALID_PRICE, "price: " + rule));
    }

    private static Optional<Rejection> time(String field, OptionalLong ms) {
        return ms.isPresent() && ms.getAsLong() < 0
                ? Optional.of(new Rejection(
                        RejectionReason.INVALID_TIME, field + " must not be before 1970, got " + ms.getAsLong()))
                : Optional.empty();
    }

    /**
     * Converts a raw item: trims its texts, and drops empty and repeated names.
     *
     * @param item an item that {@link #check} accepts
     */
    public static Item accepted(RawItem item) {
        return new Item(
                item.itemId(),
                item.title().strip(),
                item.description().strip(),
                trimmed(item.categories()),
                new LinkedHashSet<>(trimmed(item.tags())),
                item.brand().strip(),
                item.price().isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Price(
                                item.price().getAsDouble(), item.currency().strip())),
                item.imageUrl().strip(),
                item.attributes(),
                item.available(),
                item.hidden(),
                item.publishedMs(),
                item.updatedMs());
    }

    private static List<String> trimmed(Collection<String> names) {
        return names.stream()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }
}
