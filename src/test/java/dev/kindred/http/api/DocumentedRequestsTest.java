package dev.kindred.http.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.testing.RandomTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Law: the document is as strict as the server. The server understands what it allows, and refuses what it forbids. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DocumentedRequestsTest {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int REQUESTS = 20;
    private static final List<String> SHAPE = List.of("invalid-parameter", "invalid-body", "malformed-request");

    /** Values of what only the shop knows: a scenario of its configuration, the end of a page, a file. */
    private static final Map<String, String> KNOWN =
            Map.of("scenario", "home", "cursor", "", "name", "idle", "file", "console.js");

    private final TestServer server = new TestServer();
    private final JsonNode document = server.get("/openapi.json").json();

    private record Operation(String method, String path, JsonNode described) {}

    @AfterAll
    void stop() {
        server.close();
    }

    private List<Operation> operations() {
        List<Operation> all = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> all.add(new Operation(
                                operation.getKey().toUpperCase(Locale.ROOT), path.getKey(), operation.getValue()))));
        return all;
    }

    private TestServer.Answer send(Operation operation, String path, JsonNode body) {
        return operation.method().equals("GET")
                ? server.get(path)
                : server.send(operation.method(), path, body.isMissingNode() ? "" : body.toString());
    }

    @RandomTest(seeds = 3)
    void theServerUnderstandsWhatTheDocumentAllows(RandomGenerator random) {
        Schemas schemas = new Schemas(document, random);
        for (Operation operation : operations()) {
            JsonNode schema = operation.described().at("/requestBody/content/application~1json/schema");
            for (int i = 0; i < REQUESTS; i++) {
                String path = path(operation, schemas);
                JsonNode body = schema.isMissingNode() ? schema : schemas.valid(schema);
                if (body instanceof ObjectNode item && operation.path().startsWith("/v1/items/")) {
                    item.remove("itemId"); // the path has it
                }

                TestServer.Answer answer = send(operation, path, body);

                String request = operation.method() + " " + path + " " + body;
                assertThat(answer.status()).as(request).isLessThan(500);
                if (answer.status() >= 400) {
                    assertThat(answer.json().path("type").asText())
                            .as(request + " " + answer.response().body())
                            .doesNotEndWith(SHAPE.get(0))
                            .doesNotEndWith(SHAPE.get(1))
                            .doesNotEndWith(SHAPE.get(2));
                }
            }
        }
    }

    private String path(Operation operation, Schemas schemas) {
        return path(operation, schemas, "", "");
    }

    /** The path and query of a valid request but for one parameter, none if its name is empty. */
    private String path(Operation operation, Schemas schemas, String other, String otherValue) {
        String path = operation.path();
        StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
        for (JsonNode parameter : operation.described().path("parameters")) {
            String name = parameter.path("name").asText();
            String value = name.equals(other)
                    ? otherValue
                    : KNOWN.getOrDefault(
                            name, schemas.valid(parameter.path("schema")).asText());
            String encoded = URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
            if (parameter.path("in").asText().equals("path")) {
                path = path.replace("{" + name + "}", encoded);
            } else if (name.equals(other)
                    || (!value.isEmpty() && (parameter.path("required").asBoolean() || schemas.random.nextBoolean()))) {
                query.add(name + "=" + encoded);
            }
        }
        return path + query;
    }

    @RandomTest(seeds = 3)
    void theServerRefusesWhatTheDocumentForbids(RandomGenerator random) {
        Schemas schemas = new Schemas(document, random);
        for (Operation operation : operations()) {
            JsonNode schema = operation.described().at("/requestBody/content/application~1json/schema");
            for (int i = 0; i < REQUESTS && !schema.isMissingNode(); i++) {
                JsonNode body = schemas.invalid(schema);
                assertRefused(operation, path(operation, schemas), body);
            }
        }
    }

    @RandomTest(seeds = 3)
    void theServerRefusesParametersThatTheDocumentForbids(RandomGenerator random) {
        Schemas schemas = new Schemas(document, random);
        for (Operation operation : operations()) {
            JsonNode schema = operation.described().at("/requestBody/content/application~1json/schema");
            String valid = path(operation, schemas);
            assertRefused(operation, valid + (valid.contains("?") ? "&" : "?") + "unknown=1", NODES.objectNode());
            for (JsonNode parameter : operation.described().path("parameters")) {
                String name = parameter.path("name").asText();
                boolean inPath =
                        parameter.path("in").asText().equals("path"); // ids of former versions may end with blanks
                for (String value : schemas.forbidden(parameter.path("schema"))) {
                    if (inPath && !value.equals(value.strip())) {
                        continue;
                    }
                    JsonNode body = schema.isMissingNode() ? schema : schemas.valid(schema);
                    assertRefused(operation, path(operation, schemas, name, value), body);
                }
            }
        }
    }

    private void assertRefused(Operation operation, String path, JsonNode body) {
        TestServer.Answer answer = send(operation, path, body);

        assertThat(answer.status())
                .as(operation.method() + " " + path + " " + body + " "
                        + answer.response().body())
                .isBetween(400, 499);
    }

    /** Each path answers with the methods that the document has for it. */
    @Test
    void allowsTheMethodsOfTheDocument() {
        document.path("paths").properties().forEach(path -> {
            if (!path.getKey().contains("{")) {
                TestServer.Answer answer = server.send("PATCH", path.getKey(), "");

                assertThat(List.of(
                                answer.header("Allow").toLowerCase(Locale.ROOT).split(", ", -1)))
                        .as(path.getKey())
                        .containsExactlyInAnyOrderElementsOf(path.getValue()::fieldNames);
            }
        });
    }

    /** Values that a schema allows or forbids. */
    private static final class Schemas {

        private static final long EARLIEST_MS = 631_152_000_000L; // settings limit times, not the document
        private static final long LATEST_MS = 1_700_000_000_000L;
        private static final String LETTERS = "abcXYZ019 -_.:/%+&=?#\u00e9\u4e2d'\"\\";

        private final JsonNode document;
        private final RandomGenerator random;

        Schemas(JsonNode document, RandomGenerator random) {
            this.document = document;
            this.random = random;
        }

        private JsonNode resolved(JsonNode schema) {
            if (!schema.has("$ref")) {
                return schema;
            }
            ObjectNode named =
                    document.at(schema.path("$ref").asText().substring(1)).deepCopy();
            schema.path("required").forEach(named.withArrayProperty("required")::add);
            return named;
        }

        JsonNode valid(JsonNode given) {
            JsonNode schema = resolved(given);
            if (schema.has("anyOf")) {
                return valid(schema.path("anyOf")
                        .path(random.nextInt(schema.path("anyOf").size())));
            }
            if (schema.has("enum")) {
                return schema.path("enum")
                        .path(random.nextInt(schema.path("enum").size()));
            }
            JsonNode type = schema.path("type");
            String name =
                    type.isArray() ? type.path(random.nextInt(type.size())).asText() : type.asText();
            return switch (name) {
                case "object" -> object(schema);
                case "array" -> array(schema);
                case "string" -> NODES.textNode(text(schema));
                case "integer" ->
                    NODES.numberNode(random.nextLong(
                            schema.path("minimum").asLong(EARLIEST_MS),
                            schema.path("maximum").asLong(LATEST_MS) + 1));
                case "number" -> NODES.numberNode(random.nextDouble(0.001, 1000));
                case "boolean" -> NODES.booleanNode(random.nextBoolean());
                case "null" -> NODES.nullNode();
                default -> throw new AssertionError("no type: " + schema);
            };
        }

        private JsonNode object(JsonNode schema) {
            ObjectNode object = NODES.objectNode();
            List<String> required = new ArrayList<>();
            schema.path("required").forEach(name -> required.add(name.asText()));
            schema.path("properties").properties().forEach(property -> {
                if (required.contains(property.getKey()) || random.nextBoolean()) {
                    object.set(
                            property.getKey(),
                            property.getKey().equals("scenario")
                                    ? NODES.textNode(KNOWN.get("scenario"))
                                    : valid(property.getValue()));
                }
            });
            if (schema.path("additionalProperties").isObject()) {
                for (int i = random.nextInt(3); i > 0; i--) {
                    object.set("key" + i, valid(schema.path("additionalProperties")));
                }
            }
            return object;
        }

        private JsonNode array(JsonNode schema) {
            var array = NODES.arrayNode();
            int least = schema.path("minItems").asInt(0);
            for (int i = random.nextInt(least, least + 4); i > 0; i--) {
                array.add(valid(schema.path("items")));
            }
            return array;
        }

        private String text(JsonNode schema) {
            String pattern = schema.path("pattern").asText("");
            if (pattern.contains("{36}")) { // chance finds no request id
                return random.nextInt(1_000_000) + "-" + new UUID(random.nextLong(), random.nextLong());
            }
            if (pattern.contains("{4}")) { // nor a day
                return "20%02d-%02d-%02d".formatted(random.nextInt(100), random.nextInt(1, 13), random.nextInt(1, 29));
            }
            for (int attempt = 0; attempt < 1000; attempt++) {
                StringBuilder text = new StringBuilder();
                for (int i = random.nextInt(schema.path("minLength").asInt(0), 12); i > 0; i--) {
                    text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
                }
                if (pattern.isEmpty() || text.toString().matches(pattern)) {
                    return text.toString();
                }
            }
            throw new AssertionError("no text matches " + pattern);
        }

        /** Texts that a parameter must not have. */
        List<String> forbidden(JsonNode given) {
            JsonNode schema = resolved(given);
            List<String> texts = new ArrayList<>();
            if (schema.has("enum")) {
                texts.add("7" + schema.path("enum").path(0).asText());
            }
            if (List.of("integer", "number").contains(schema.path("type").asText())) {
                texts.addAll(List.of("x", "0x1p4", "NaN", "10f", ""));
                if (schema.has("maximum")) {
                    texts.add(String.valueOf(schema.path("maximum").asLong() + 1));
                    texts.add(String.valueOf(schema.path("minimum").asLong() - 1));
                }
            }
            if (schema.path("type").asText().equals("boolean")) {
                texts.add("maybe");
            }
            if (schema.has("maxLength")) {
                texts.add("x".repeat(schema.path("maxLength").asInt() + 1));
            }
            if (schema.has("pattern")) {
                Pattern pattern = Pattern.compile(schema.path("pattern").asText());
                Stream.of(" a", "a ", "\u0007", "%", ",", "a,,b", "null")
                        .filter(text -> !pattern.matcher(text).find())
                        .forEach(texts::add);
            }
            return texts;
        }

        /** A valid object with one fault, or no object. */
        JsonNode invalid(JsonNode given) {
            JsonNode schema = resolved(given);
            ObjectNode object = (ObjectNode) object(schema);
            List<String> names = new ArrayList<>();
            schema.path("properties").fieldNames().forEachRemaining(names::add);
            String name = names.get(random.nextInt(names.size()));
            JsonNode property = resolved(schema.path("properties").path(name));
            switch (random.nextInt(4)) {
                case 0 -> object.put("unknown", 1);
                case 1 -> {
                    if (schema.path("required").isEmpty()) {
                        return NODES.arrayNode();
                    }
                    object.remove(schema.path("required").path(0).asText());
                }
                case 2 -> object.set(name, property.has("items") ? NODES.objectNode() : NODES.arrayNode());
                default -> {
                    if (!property.path("minItems").isMissingNode()) {
                        object.putArray(name);
                    } else {
                        return NODES.textNode("text");
                    }
                }
            }
            return object;
        }
    }
}
