package dev.kindred.http.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindred.http.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DocumentTest {

    /** Words of paths that may be ids of items too. */
    private static final List<String> OTHERS = Stream.concat(
                    Stream.of("popular", "trending", "recent", "summary", "lookup")
                            .flatMap(word -> Stream.of("delete", "put").map(method -> method + " /v1/items/" + word)),
                    Stream.of("get /v1/items/lookup"))
            .toList();

    private final TestServer server = new TestServer();
    private final JsonNode document = server.get("/openapi.json").json();

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void hasItsVersions() {
        assertThat(document.path("openapi").asText()).isEqualTo("3.1.0");
        assertThat(document.at("/info/version").asText()).isEqualTo("1.2.3");
    }

    @Test
    void hasAllRoutesAndNoOthers() {
        Set<String> described = new TreeSet<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(method -> described.add(method + " " + path.getKey())));

        Set<String> served = new TreeSet<>();
        for (Route route : server.routes()) {
            served.add(route.method().toLowerCase(Locale.ROOT) + " " + route.path());
        }
        assertThat(served).hasSize(46);
        assertThat(described).containsAll(served);
        described.removeAll(served);
        assertThat(described).containsExactlyInAnyOrderElementsOf(OTHERS);
    }

    @Test
    void hasNoTwoOperationsOfOneName() {
        List<String> names = document.findValuesAsText("operationId");

        assertThat(names).doesNotHaveDuplicates().hasSize(server.routes().size() + OTHERS.size());
    }

    @Test
    void describesEveryParameterOfEveryPath() {
        for (Route route : server.routes()) {
            JsonNode parameters = operation(route).path("parameters");

            assertThat(route.path().contains("{id}"))
                    .isEqualTo(parameters.findValuesAsText("name").contains("id"));
            parameters.forEach(parameter -> {
                assertThat(parameter.path("description").asText()).endsWith(".");
                assertThat(parameter.path("schema").path("type").asText()).isNotEmpty();
            });
        }
    }

    @Test
    void refersToNoSchemaThatItDoesNotHave() {
        for (String reference : document.findValuesAsText("$ref")) {
            assertThat(document.at(reference.substring(1)).isObject())
                    .as(reference)
                    .isTrue();
        }
    }

    @Test
    void marksOptionalFields() {
        JsonNode event = document.at("/components/schemas/SessionQuestionEvent");

        List<String> required = new ArrayList<>();
        event.path("required").forEach(name -> required.add(name.asText()));
        assertThat(required).containsExactly("itemId", "type");
        assertThat(event.at("/properties/type/enum")).hasSize(8);
        assertThat(event.at("/properties/timestampMs/format").asText()).isEqualTo("int64");
    }

    @Test
    void everyRouteAnswersAsDescribed() {
        for (Route route : server.routes()) {
            String path = route.path()
                    .replace("{id}", route.path().contains("items") ? "tea" : "ada")
                    .replace("{name}", "idle")
                    .replace("{requestId}", "0-00000000-0000-0000-0000-000000000000")
                    .replace("{file}", "console.css");
            TestServer.Answer answer = route.method().equals("GET")
                    ? server.get(path + query(operation(route)))
                    : server.send(route.method(), path, body(route));

            assertThat(answer.status())
                    .as(route.path())
                    .isEqualTo(route.traits().status());
            JsonNode schema =
                    operation(route).at("/responses/" + answer.status() + "/content/application~1json/schema");
            if (!schema.isMissingNode()) {
                new Shape(document).assertMatches(answer.json(), schema, route.path());
            }
        }
    }

    private JsonNode operation(Route route) {
        return document.path("paths").path(route.path()).path(route.method().toLowerCase(Locale.ROOT));
    }

    /** The required parameters of a query. */
    private String query(JsonNode operation) {
        StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
        for (JsonNode parameter : operation.path("parameters")) {
            if (parameter.path("in").asText().equals("query")
                    && parameter.path("required").asBoolean()) {
                JsonNode example = new Shape(document).example(parameter.path("schema"));
                query.add(parameter.path("name").asText() + "=" + example.asText());
            }
        }
        return query.toString();
    }

    @Test
    void documentsJsonAsPlainText() {
        JsonNode content = document.at("/paths/~1v1~1events~1beacon/post/requestBody/content");

        assertThat(content.at("/text~1plain/schema/contentSchema"))
                .isEqualTo(content.at("/application~1json/schema"))
                .isNotEmpty();
        assertThat(document.at("/paths/~1v1~1events/post/requestBody/content")).hasSize(1);
    }

    private String body(Route route) {
        return route.body().isEmpty()
                ? ""
                : new Shape(document)
                        .example(operation(route).at("/requestBody/content/application~1json/schema"))
                        .toString();
    }
}
