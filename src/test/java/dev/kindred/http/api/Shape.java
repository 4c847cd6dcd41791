package dev.kindred.http.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Reads the part of JSON Schema that our documents use. */
final class Shape {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final JsonNode document;

    Shape(JsonNode document) {
        this.document = document;
    }

    void assertMatches(JsonNode value, JsonNode schema, String path) {
        JsonNode resolved = resolved(schema);
        switch (resolved.path("type").asText()) {
            case "object" -> {
                assertThat(value.isObject()).as(path).isTrue();
                resolved.path("required")
                        .forEach(name -> assertThat(value.has(name.asText()))
                                .as(path + " " + name)
                                .isTrue());
                value.properties().forEach(property -> {
                    JsonNode known = resolved.path("properties").has(property.getKey())
                            ? resolved.path("properties").path(property.getKey())
                            : resolved.path("additionalProperties"); // of a map
                    assertThat(known.isObject())
                            .as(path + " " + property.getKey())
                            .isTrue();
                    assertMatches(property.getValue(), known, path + "/" + property.getKey());
                });
            }
            case "array" -> {
                assertThat(value.isArray()).as(path).isTrue();
                value.forEach(element -> assertMatches(element, resolved.path("items"), path + "[]"));
            }
            case "string" -> assertThat(value.isTextual()).as(path).isTrue();
            case "integer" -> assertThat(value.isIntegralNumber()).as(path).isTrue();
            case "number" -> assertThat(value.isNumber()).as(path).isTrue();
            case "boolean" -> assertThat(value.isBoolean()).as(path).isTrue();
            default -> throw new AssertionError(path + " has no type: " + resolved);
        }
    }

    /** A value with all required fields. */
    JsonNode example(JsonNode schema) {
        JsonNode resolved = resolved(schema);
        if (resolved.has("enum")) {
            return resolved.path("enum").path(0);
        }
        return switch (resolved.path("type").asText()) {
            case "object" -> {
                ObjectNode object = NODES.objectNode();
                resolved.path("required")
                        .forEach(name -> object.set(
                                name.asText(),
                                example(resolved.path("properties").path(name.asText()))));
                yield object;
            }
            case "array" -> {
                ArrayNode array = NODES.arrayNode();
                yield array.add(example(resolved.path("items")));
            }
            case "string" -> NODES.textNode("x");
            case "boolean" -> NODES.booleanNode(true);
            default -> NODES.numberNode(1);
        };
    }

    /** What a schema refers to, with what it requires besides. */
    private JsonNode resolved(JsonNode schema) {
        if (!schema.has("$ref")) {
            return schema;
        }
        ObjectNode named =
                document.at(schema.path("$ref").asText().substring(1)).deepCopy();
        schema.path("required").forEach(named.withArrayProperty("required")::add);
        return named;
    }
}
