package dev.kindred.intake;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

import dev.kindred.model.Item;
import dev.kindred.model.Price;
import dev.kindred.model.RawItem;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Validates items from every source. */
public final class ItemValidator {

    private static final int MAX_TITLE = 1_000; // these are characters
    private static final int MAX_DESCRIPTION = 50_000;
    private static final int MAX_NAME = 1_000; // also of a path of categories
    private static final int MAX_URL = 4_000;
    private static final int MAX_VALUE = 10_000;
    private static final int MAX_ENTRIES = 1_000;
    private static final Pattern OTHER_SCHEME = Pattern.compile("(?!https?:)[a-z][a-z0-9+.-]*:.*", CASE_INSENSITIVE);

    private final IntakeSettings settings;

    /** A validator with the id rules of events, so that events can refer to every item. */
    public ItemValidator(IntakeSettings settings) {
        this.settings = settings;
    }

    /**
     * Checks an item from the catalog's topic.
     *
     * @param key the record's key; it must be the item's id, else the item could not be removed
     *
     * @return the broken rule; empty for a valid item
     */
    public Optional<String> problem(String key, Item item) {
        return settings.idProblem(item.itemId())
                .map(rule -> "its id " + rule)
                .or(() -> key.equals(item.itemId()) ? Optional.empty() : Optional.of("its id is not its key"));
    }

    /**
     * Checks an item from a client.
     *
     * @return the first broken rule; empty for a valid item
     */
    public Optional<Rejection> check(RawItem item) {
        return settings.idProblem(item.itemId())
                .map(rule -> new Rejection(RejectionReason.INVALID_ITEM, "itemId " + rule))
                .or(() -> texts(item))
                .or(() -> imageUrl(item.imageUrl()))
                .or(() -> price(item))
                .or(() -> time("publishedMs", item.publishedMs()))
                .or(() -> time("updatedMs", OptionalLong.of(item.updatedMs())));
    }

    private static Optional<Rejection> texts(RawItem item) {
        return length("title", List.of(item.title()), MAX_TITLE)
                .or(() -> length("description", List.of(item.description()), MAX_DESCRIPTION))
                .or(() -> length("brand", List.of(item.brand()), MAX_NAME))
                .or(() -> length("imageUrl", List.of(item.imageUrl()), MAX_URL))
                .or(() -> length("categories", item.categories(), MAX_NAME))
                .or(() -> length("tags", item.tags(), MAX_NAME))
                .or(() -> length("attributes", item.attributes().keySet(), MAX_NAME))
                .or(() -> length("attributes", item.attributes().values(), MAX_VALUE));
    }

    private static Optional<Rejection> length(String field, Collection<String> texts, int max) {
        if (texts.size() > MAX_ENTRIES) {
            return invalid(field + " must be at most " + MAX_ENTRIES + ", got " + texts.size());
        }
        return texts.stream().allMatch(text -> text.length() <= max)
                ? Optional.empty()
                : invalid(field + " must be texts of at most " + max + " characters");
    }

    /** Pages show it as it is; a browser would run a URL such as {@code javascript:}. */
    private static Optional<Rejection> imageUrl(String url) {
        String visible = url.replaceAll("[\\p{Cntrl}\\s]", ""); // browsers skip these
        return OTHER_SCHEME.matcher(visible).matches()
                ? invalid("imageUrl must be a URL of the scheme http or https, or a path")
                : Optional.empty();
    }

    private static Optional<Rejection> invalid(String detail) {
        return Optional.of(new Rejection(RejectionReason.INVALID_ITEM, detail));
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
                item.updatedMs(),
                false);
    }

    private static List<String> trimmed(Collection<String> names) {
        return names.stream()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }
}
