package dev.kindred.http.api;

import dev.kindred.http.Problem;
import dev.kindred.http.ProblemException;
import dev.kindred.http.ProblemKind;
import dev.kindred.model.Described;
import dev.kindred.model.RawItem;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What a shop says of an item, as JSON: an {@link ItemAnswer} of which anything may be left out. */
record ItemBody(
        @Described("Which; need not be said again where the path says it.") @Nullable
        String itemId,

        @Described("Its name for people.") @Nullable String title,
        @Described("More words on it.") @Nullable String description,

        @Described("Where it belongs, each from the root down, the steps separated by ' > '.") @Nullable
        List<String> categories,

        @Described("Words that the shop puts on it.") @Nullable
        List<String> tags,

        @Described("Who makes it.") @Nullable String brand,

        @Described("What it costs; absent if that is not known.")
        ItemAnswer.@Nullable Cost price,

        @Described("Where a picture of it is.") @Nullable String imageUrl,

        @Described("Anything else, by name.") @Nullable Map<String, String> attributes,

        @Described("Whether it can be bought now; yes if absent.") @Nullable
        Boolean available,

        @Described("Whether it must not be shown to anybody; no if absent.") @Nullable
        Boolean hidden,

        @Described("Since when it is sold, in epoch milliseconds; absent if that is not known.") @Nullable
        Long publishedMs,

        @Described("As of when all this is true, in epoch milliseconds; now if absent.") @Nullable
        Long updatedMs) {

    ItemBody {
        categories = Objects.requireNonNullElse(categories, List.of());
        tags = Objects.requireNonNullElse(tags, List.of());
        attributes = Objects.requireNonNullElse(attributes, Map.of());
        Limits.checkNoNulls(categories, "categories");
        Limits.checkNoNulls(tags, "tags");
        Limits.checkNoNulls(attributes.values(), "attributes");
    }

    /**
     * The item of a path.
     *
     * @throws ProblemException if this speaks of another one
     */
    RawItem of(String id, long nowMs) {
        if (itemId != null && !itemId.equals(id)) {
            throw new ProblemException(
                    Problem.of(ProblemKind.INVALID_BODY, "itemId", "itemId must be the id in the path, or be absent"));
        }
        return raw(id, nowMs);
    }

    /** The item that this speaks of. */
    RawItem at(long nowMs) {
        return raw(text(itemId), nowMs);
    }

    private RawItem raw(String id, long nowMs) {
        Optional<ItemAnswer.Cost> cost = Optional.ofNullable(price);
        return new RawItem(
                id,
                text(title),
                text(description),
                Objects.requireNonNull(categories),
                Objects.requireNonNull(tags),
                text(brand),
                cost.map(known -> OptionalDouble.of(known.amount())).orElseGet(OptionalDouble::empty),
                text(cost.map(ItemAnswer.Cost::currency).orElse(null)),
                text(imageUrl),
                Objects.requireNonNull(attributes),
                Objects.requireNonNullElse(available, true),
                Objects.requireNonNullElse(hidden, false),
                publishedMs == null ? OptionalLong.empty() : OptionalLong.of(publishedMs),
                Objects.requireNonNullElse(updatedMs, nowMs));
    }

    private static String text(@Nullable String given) {
        return Objects.requireNonNullElse(given, "");
    }
}
