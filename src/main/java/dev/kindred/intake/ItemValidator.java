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

/** Decides whether an item may enter the catalog, by whichever way it comes. */
public final class ItemValidator {

    private final int maxIdBytes;

    /** A validator with the rules for ids of events, so that events can speak of every item. */
    public ItemValidator(IntakeSettings settings) {
        this(settings.maxIdBytes());
    }

    /** @param maxIdBytes the longest acceptable id, in bytes of UTF-8 */
    public ItemValidator(int maxIdBytes) {
        this.maxIdBytes = maxIdBytes;
    }

    /**
     * Says what is wrong with an item that is in the catalog's topic, if anything is.
     *
     * @param key that it is stored under; under another one than its id it could not be removed
     */
    public Optional<String> problem(String key, Item item) {
        return Ids.problem(item.itemId(), maxIdBytes)
                .map(rule -> "its id " + rule)
                .or(() -> key.equals(item.itemId()) ? Optional.empty() : Optional.of("its id is not its key"));
    }

    /**
     * What is wrong with an item as somebody wrote it.
     *
     * @return the first rule that it breaks; empty for an acceptable item
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
     * The item as the core takes it: without blanks around its texts, and without empty or repeated names.
     *
     * @param item one that {@link #check} finds nothing wrong with
     */
    public static Item accepted(RawItem item) {
        return new Item(
                item.itemId(),
                item.title().strip(),
                item.description().strip(),
                tidy(item.categories()),
                new LinkedHashSet<>(tidy(item.tags())),
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

    private static List<String> tidy(Collection<String> names) {
        return names.stream()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }
}
