package dev.kindred.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.model.Described;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Derives JSON schemas from record components: a component that may be null is an optional property. */
final class JsonSchemas {

    private final Map<String, ObjectNode> byName = new TreeMap<>();

    /** A reference to the schema of an answer; adds the schema to {@link #all}. */
    ObjectNode reference(Class<?> record) {
        return reference(record, false);
    }

    /** A reference to the schema of a body: a property that may be absent may be null too. */
    ObjectNode question(Class<?> record) {
        return reference(record, true);
    }

    private ObjectNode reference(Class<?> record, boolean isQuestion) {
        String name = name(record);
        if (!byName.containsKey(name)) {
            ObjectNode schema = object().put("type", "object");
            byName.put(name, schema); // first, because its parts may refer to it
            fill(schema, record, isQuestion);
        }
        return object().put("$ref", "#/components/schemas/" + name);
    }

    /** All referenced schemas, by name. */
    ObjectNode all() {
        ObjectNode all = object();
        byName.forEach(all::set);
        return all;
    }

    private void fill(ObjectNode schema, Class<?> record, boolean isQuestion) {
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = schema.putArray("required");
        for (RecordComponent component : record.getRecordComponents()) {
            ObjectNode property = schema(component.getGenericType(), isQuestion);
            Optional.ofNullable(component.getAnnotation(Described.class)).ifPresent(words -> describe(property, words));
            properties.set(component.getName(), property);
            if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                required.add(component.getName());
            } else if (isQuestion) {
                properties.set(component.getName(), orNull(property));
            }
        }
        schema.put("additionalProperties", false);
    }

    private static ObjectNode orNull(ObjectNode property) {
        if (property.has("type")) {
            String type = property.path("type").asText();
            property.putArray("type").add(type).add("null");
            return property;
        }
        ObjectNode either = object();
        property.properties().stream()
                .filter(part -> part.getKey().equals("description"))
                .forEach(part -> either.set(part.getKey(), part.getValue()));
        property.remove("description");
        either.putArray("anyOf").add(property).addObject().put("type", "null");
        return either;
    }

    private static void describe(ObjectNode property, Described words) {
        property.put("description", words.value());
        if (words.maxItems() > 0) {
            property.put("minItems", 1).put("maxItems", words.maxItems());
        }
        if (!words.pattern().isEmpty()) {
            ObjectNode texts = property.path("items") instanceof ObjectNode elements ? elements : property;
            texts.put("minLength", 1).put("pattern", words.pattern());
        }
        for (String field : words.each()) {
            property.withObjectProperty("items").withArrayProperty("required").add(field);
        }
    }

    private ObjectNode schema(Type type, boolean isQuestion) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            ObjectNode array = object().put("type", "array");
            array.set("items", schema(list.getActualTypeArguments()[0], isQuestion));
            return array;
        }
        if (type instanceof ParameterizedType map && map.getRawType() == Map.class) {
            ObjectNode object = object().put("type", "object");
            object.set("additionalProperties", schema(map.getActualTypeArguments()[1], isQuestion));
            return object;
        }
        if (type instanceof Class<?> plain) {
            return plain.isRecord() ? reference(plain, isQuestion) : simple(plain);
        }
        throw new IllegalArgumentException("a schema is needed for " + type);
    }

    private static ObjectNode simple(Class<?> type) {
        if (type.isEnum()) {
            ObjectNode words = object().put("type", "string");
            Arrays.stream(type.getEnumConstants()).forEach(words.withArray("enum")::addPOJO);
            return words;
        }
        if (type == String.class) {
            return object().put("type", "string");
        }
        if (type == boolean.class || type == Boolean.class) {
            return object().put("type", "boolean");
        }
        String format = format(type);
        if (format.isEmpty()) {
            throw new IllegalArgumentException("a schema is needed for " + type);
        }
        return object().put("type", format.equals("double") ? "number" : "integer")
                .put("format", format);
    }

    /** Empty if the type is no number. */
    private static String format(Class<?> type) {
        return switch (type.getSimpleName()) {
            case "int", "Integer" -> "int32";
            case "long", "Long" -> "int64";
            case "double", "Double" -> "double";
            default -> "";
        };
    }

    private static String name(Class<?> record) {
        Class<?> outer = record.getEnclosingClass();
        return outer == null || !outer.isRecord() ? record.getSimpleName() : name(outer) + record.getSimpleName();
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
