package dev.kindred.http.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.http.Json;
import dev.kindred.http.Problem;
import dev.kindred.http.ProblemException;
import dev.kindred.http.ProblemKind;
import dev.kindred.json.StrictJson;
import dev.kindred.model.Described;
import dev.kindred.model.RawItem;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** An item as JSON: an {@link ItemAnswer} whose fields are all optional. */
record ItemBody(
        @Described("The item id; may be absent where the path contains it.") @Nullable
        String itemId,

        @Described("The title.") @Nullable String title,
        @Described("The description.") @Nullable String description,

        @Described("The categories, each as a path from the root, the steps separated by ' > '.") @Nullable
        List<String> categories,

        @Described("The tags.") @Nullable List<String> tags,

        @Described("The brand.") @Nullable String brand,

        @Described("The price; absent if unknown.") ItemAnswer.@Nullable Cost price,

        @Described("The URL of a picture.") @Nullable String imageUrl,

        @Described("Further attributes, by name.") @Nullable Map<String, String> attributes,

        @Described("Whether it can be bought now; yes if absent.") @Nullable
        Boolean available,

        @Described("Whether it is hidden from all lists; no if absent.") @Nullable
        Boolean hidden,

        @Described("The start of its sale, in epoch milliseconds; absent if unknown.") @Nullable
        Long publishedMs,

        @Described("The time of this statement, in epoch milliseconds; now if absent.") @Nullable
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
     * Reads an item. A number as its id counts as its text.
     *
     * @throws ProblemException if the JSON is no item
     */
    static ItemBody read(JsonNode json) {
        JsonNode id = json.path("itemId");
        if (!id.isNumber()) {
            return Json.read(json, ItemBody.class);
        }
        ObjectNode withText = json.deepCopy();
        return Json.read(withText.put("itemId", StrictJson.text(id)), ItemBody.class);
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
