package dev.kindred.logs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindred.json.StrictJson;
import dev.kindred.json.UnreadableJsonException;
import dev.kindred.model.Item;
import dev.kindred.model.RawItem;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Parses items of all forms of objects: JSON Lines and documents, and what {@link XmlEntries} and {@link ProductGroups}
 * make of XML and tables. Each object may be of another format.
 */
final class FeedObjects extends ItemParser {

    private static final String OWN_ID = ItemShape.normal("itemId");
    private static final String TYPE = "@type";

    /** The fields of an object that may hold its text; the first one present counts. */
    private static final List<String> VALUES = List.of("@value", "name", "url", "contentUrl", "value", "@id");

    private final ItemSettings settings;
    private final ItemFormat byDefault;
    private final ItemObjects own;
    private final Map<ItemFormat, ItemFields> fields = new EnumMap<>(ItemFormat.class);
    private final Map<ItemFormat, ItemShape> shapes = new EnumMap<>(ItemFormat.class);

    /**
     * A parser of objects.
     *
     * @param byDefault the format of objects that have the names of no other
     */
    FeedObjects(ItemSettings settings, ItemFormat byDefault) {
        this.settings = settings;
        this.byDefault = byDefault;
        this.own = new ItemObjects(settings.asOfMs());
        for (ItemFormat format : ItemFormat.values()) {
            fields.put(format, new ItemFields(settings, format, false));
            shapes.put(format, format.shape().mapped(settings.columns()));
        }
    }

    @Override
    Optional<RawItem> parse(String line, Losses losses) throws RejectedLineException {
        JsonNode json = entry(object(line));
        Set<String> names = names(json);
        ItemFormat format = format(names);
        if (format == ItemFormat.JSON && settings.columns().isEmpty()) {
            return own.parse(line, losses);
        }
        ObjectTexts texts = new ObjectTexts(json, shape(format));
        return format == ItemFormat.SCHEMAORG && isNoProduct(json, texts)
                ? Optional.empty()
                : Optional.of(fields(format).item(texts, losses));
    }

    private ItemShape shape(ItemFormat format) {
        return shapes.getOrDefault(format, ItemShape.OWN);
    }

    private ItemFields fields(ItemFormat format) {
        return Objects.requireNonNull(fields.get(format));
    }

    private static JsonNode object(String line) throws RejectedLineException {
        try {
            return StrictJson.object(line);
        } catch (UnreadableJsonException e) {
            throw new RejectedLineException("line " + e.getMessage());
        }
    }

    /** The item of an element of an ItemList. */
    private static JsonNode entry(JsonNode json) {
        return json.path("item").isObject() ? json.path("item") : json;
    }

    private static Set<String> names(JsonNode json) {
        Set<String> names = new LinkedHashSet<>();
        json.fieldNames().forEachRemaining(name -> names.add(ItemShape.normal(name)));
        return names;
    }

    private ItemFormat format(Set<String> names) {
        if (settings.format() != ItemFormat.AUTO) {
            return settings.format();
        }
        if (names.contains(OWN_ID)) {
            return byDefault == ItemFormat.JSON ? ItemFormat.JSON : ItemFormat.CSV;
        }
        return ItemFormat.ofObject(names).orElse(byDefault);
    }

    /** Pages describe themselves, their shop and their breadcrumbs beside their products. */
    private static boolean isNoProduct(JsonNode json, ObjectTexts texts) {
        List<String> types = texts(json.path(TYPE), false);
        return !types.isEmpty()
                && types.stream().noneMatch(type -> type.contains("Product"))
                && texts.get(ItemColumn.PRICE).isEmpty();
    }

    /** The texts of a JSON object. */
    private static final class ObjectTexts implements ItemFields.Texts {

        private final JsonNode json;
        private final ItemShape shape;
        private final Map<ItemColumn, List<String>> found = new HashMap<>();

        ObjectTexts(JsonNode json, ItemShape shape) {
            this.json = json;
            this.shape = shape;
        }

        @Override
        public List<String> get(ItemColumn column) {
            return found.computeIfAbsent(column, this::find);
        }

        private List<String> find(ItemColumn column) {
            boolean steps = shape.steps() && column == ItemColumn.CATEGORIES;
            return shape.names(column).stream()
                    .map(path -> column == ItemColumn.ATTRIBUTES ? whole(path) : at(path, steps))
                    .filter(texts -> !texts.isEmpty())
                    .findFirst()
                    .orElse(List.of());
        }

        /** An object as its text. */
        private List<String> whole(String path) {
            return nodes(json, path).stream().map(JsonNode::toString).toList();
        }

        private List<String> at(String path, boolean steps) {
            List<String> texts = new ArrayList<>();
            nodes(json, path).forEach(node -> texts.addAll(texts(node, steps)));
            return texts;
        }

        @Override
        public Map<String, String> attributes() {
            Map<String, String> attributes = new TreeMap<>();
            shape.attributes().forEach((attribute, path) -> {
                List<String> texts = at(path, false);
                if (!texts.isEmpty()) {
                    attributes.put(attribute, texts.get(0));
                }
            });
            return attributes;
        }
    }

    /** The values at a path such as {@code offers.price}, through lists. */
    private static List<JsonNode> nodes(JsonNode json, String path) {
        if (json.isArray()) {
            List<JsonNode> all = new ArrayList<>();
            json.forEach(element -> all.addAll(nodes(element, path)));
            return all;
        }
        JsonNode whole = named(json, path);
        int point = path.indexOf('.');
        return whole.isMissingNode() && point > 0
                ? nodes(named(json, path.substring(0, point)), path.substring(point + 1))
                : whole.isMissingNode() ? List.of() : List.of(whole);
    }

    private static JsonNode named(JsonNode json, String name) {
        JsonNode exact = json.path(name);
        if (!exact.isMissingNode()) {
            return exact;
        }
        String normal = ItemShape.normal(name);
        return json.properties().stream()
                .filter(field -> ItemShape.normal(field.getKey()).equals(normal))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(exact);
    }

    /**
     * The texts of a value that are not empty.
     *
     * @param steps whether a list of texts is one category; a list in a list always is
     */
    private static List<String> texts(JsonNode node, boolean steps) {
        if (node.isArray()) {
            List<String> texts = new ArrayList<>();
            node.forEach(element -> texts.addAll(texts(element, element.isArray())));
            boolean isPath = steps && !texts.isEmpty() && !node.get(0).isArray();
            return isPath ? List.of(String.join(Item.STEP, texts)) : texts;
        }
        if (node.isObject()) {
            return VALUES.stream()
                    .map(node::path)
                    .filter(value -> !value.isMissingNode())
                    .findFirst()
                    .map(value -> texts(value, steps))
                    .orElse(List.of());
        }
        String text = node.isNull() || node.isMissingNode()
                ? ""
                : StrictJson.text(node).strip();
        return text.isEmpty() ? List.of() : List.of(text);
    }
}
