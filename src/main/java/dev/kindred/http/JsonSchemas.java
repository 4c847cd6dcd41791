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

    /** A reference to the schema of a record; adds the schema to {@link #all}. */
    ObjectNode reference(Class<?> record) {
        String name = name(record);
        if (!byName.containsKey(name)) {
            ObjectNode schema = object().put("type", "object");
            byName.put(name, schema); // first, because its parts may refer to it
            fill(schema, record);
        }
        return object().put("$ref", "#/components/schemas/" + name);
    }

    /** All referenced schemas, by name. */
    ObjectNode all() {
        ObjectNode all = object();
        byName.forEach(all::set);
        return all;
    }

    private void fill(ObjectNode schema, Class<?> record) {
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = schema.putArray("required");
        for (RecordComponent component : record.getRecordComponents()) {
            ObjectNode property = schema(component.getGenericType());
            Optional.ofNullable(component.getAnnotation(Described.class)).ifPresent(words -> describe(property, words));
            properties.set(component.getName(), property);
            if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                required.add(component.getName());
            }
        }
        schema.put("additionalProperties", false);
    }

    private static void describe(ObjectNode property, Described words) {
        property.put("description", words.value());
        if (words.maxItems() > 0) {
            property.put("maxItems", words.maxItems());
        }
        for (String field : words.each()) {
            property.withObjectProperty("items").withArrayProperty("required").add(field);
        }
    }

    private ObjectNode schema(Type type) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            ObjectNode array = object().put("type", "array");
            array.set("items", schema(list.getActualTypeArguments()[0]));
            return array;
        }
        if (type instanceof ParameterizedType map && map.getRawType() == Map.class) {
            ObjectNode object = object().put("type", "object");
            object.set("additionalProperties", schema(map.getActualTypeArguments()[1]));
            return object;
        }
        if (type instanceof Class<?> plain) {
            return plain.isRecord() ? reference(plain) : simple(plain);
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
