package dev.kindred.logs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.kindred.json.StrictJson;
import dev.kindred.json.UnreadableJsonException;
import dev.kindred.model.RawItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * Items as JSON objects with the fields of the schema. A field that is null counts as absent; one that there is not is
 * refused.
 */
final class ItemObjects extends ItemParser {

    private static final String ID = "itemId";

    private static final List<String> FIELDS = List.of(
            ID,
            "title",
            "description",
            "categories",
            "tags",
            "brand",
            "price",
            "imageUrl",
            "attributes",
            "available",
            "hidden",
            "publishedMs",
            "updatedMs");

    private static final List<String> PRICE_FIELDS = List.of("amount", "currency");

    private static final JsonNode NONE = JsonNodeFactory.instance.missingNode();

    private final long asOfMs;

    /** @param asOfMs the time of items without one */
    ItemObjects(long asOfMs) {
        this.asOfMs = asOfMs;
    }

    @Override
    Optional<RawItem> parse(String line, Losses losses) throws RejectedLineException {
        JsonNode json = object("line", line);
        checkFields("field", json, FIELDS);
        JsonNode price = losses.field(NONE, () -> price(json));
        return Optional.of(new RawItem(
                id(json),
                text(json, "title"),
                losses.field("", () -> text(json, "description")),
                losses.field(List.of(), () -> texts(json, "categories")),
                losses.field(List.of(), () -> texts(json, "tags")),
                losses.field("", () -> text(json, "brand")),
                amount(price),
                text(price, "currency"),
                losses.field("", () -> text(json, "imageUrl")),
                losses.field(Map.of(), () -> attributes(json.path("attributes"))),
                losses.field(true, () -> flag(json, "available", true)),
                losses.field(false, () -> flag(json, "hidden", false)),
                losses.field(OptionalLong.empty(), () -> time(json, "publishedMs")),
                losses.field(OptionalLong.empty(), () -> time(json, "updatedMs"))
                        .orElse(asOfMs)));
    }

    /** A number is its digits. */
    private static String id(JsonNode json) throws RejectedLineException {
        JsonNode id = json.path(ID);
        return id.isNumber() ? StrictJson.text(id) : text(json, ID);
    }

    /** The attributes in the text of an object; none in an empty text. */
    static Map<String, String> attributes(String text) throws RejectedLineException {
        return text.isEmpty() ? Map.of() : attributes(object("attributes", text));
    }

    private static JsonNode object(String name, String text) throws RejectedLineException {
        try {
            return StrictJson.object(text);
        } catch (UnreadableJsonException e) {
            throw new RejectedLineException(name + " " + e.getMessage());
        }
    }

    private static void checkFields(String kind, JsonNode json, List<String> known) throws RejectedLineException {
        for (Map.Entry<String, JsonNode> field : json.properties()) {
            if (!known.contains(field.getKey())) {
                throw new RejectedLineException(unknown(kind, field.getKey(), known));
            }
        }
    }

    private static JsonNode check(boolean fits, JsonNode json, String name, String problem)
            throws RejectedLineException {
        if (!fits) {
            throw new RejectedLineException(name + " " + problem);
        }
        return json;
    }

    /** A field, a missing node where it is null. */
    private static JsonNode field(JsonNode json, String name) {
        JsonNode field = json.path(name);
        return field.isNull() ? NONE : field;
    }

    private static String text(JsonNode json, String name) throws RejectedLineException {
        JsonNode field = field(json, name);
        return check(field.isTextual() || field.isMissingNode(), field, name, "is no text")
                .asText()
                .strip();
    }

    private static List<String> texts(JsonNode json, String name) throws RejectedLineException {
        JsonNode field = field(json, name);
        List<String> texts = new ArrayList<>();
        for (JsonNode element : check(field.isArray() || field.isMissingNode(), field, name, "is no list")) {
            texts.add(check(element.isTextual(), element, name, "holds what is no text")
                    .asText());
        }
        return texts;
    }

    private static JsonNode price(JsonNode json) throws RejectedLineException {
        JsonNode price = field(json, "price");
        check(price.isObject() || price.isMissingNode(), price, "price", "is no object of amount and currency");
        checkFields("field of a price", price, PRICE_FIELDS);
        check(price.isMissingNode() || price.path("amount").isNumber(), price, "price", "has no number as amount");
        text(price, "currency");
        return price;
    }

    private static OptionalDouble amount(JsonNode price) {
        return price.isMissingNode()
                ? OptionalDouble.empty()
                : OptionalDouble.of(price.path("amount").asDouble());
    }

    /** Numbers and booleans are kept as their texts. */
    private static Map<String, String> attributes(JsonNode json) throws RejectedLineException {
        boolean none = json.isMissingNode() || json.isNull();
        check(none || json.isObject(), json, "attributes", "is no object");
        Map<String, String> attributes = new TreeMap<>();
        for (Map.Entry<String, JsonNode> field : json.properties()) {
            JsonNode value = field.getValue();
            check(value.isValueNode(), value, "attributes", "holds a list or an object");
            if (!value.isNull()) {
                attributes.put(field.getKey(), StrictJson.text(value));
            }
        }
        return attributes;
    }

    private static boolean flag(JsonNode json, String name, boolean byDefault) throws RejectedLineException {
        JsonNode field = field(json, name);
        return check(field.isBoolean() || field.isMissingNode(), field, name, "is neither true nor false")
                .asBoolean(byDefault);
    }

    private static OptionalLong time(JsonNode json, String name) throws RejectedLineException {
        JsonNode field = field(json, name);
        if (field.isMissingNode()) {
            return OptionalLong.empty();
        }
        check(field.canConvertToLong() && field.isIntegralNumber(), field, name, "is no whole number");
        return OptionalLong.of(field.asLong());
    }
}
