package dev.kindred.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.model.Described;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Describes routes as an OpenAPI 3.1 document. */
public final class OpenApi {

    private static final List<ProblemKind> ANYWHERE =
            List.of(ProblemKind.INVALID_PARAMETER, ProblemKind.MALFORMED_REQUEST, ProblemKind.INTERNAL_ERROR);
    private static final List<ProblemKind> WITH_BODY =
            List.of(ProblemKind.INVALID_BODY, ProblemKind.TOO_LARGE, ProblemKind.UNSUPPORTED_MEDIA_TYPE);

    private final JsonSchemas schemas = new JsonSchemas();
    private final ObjectNode document = object();

    private final boolean requiresKeys;

    private OpenApi(boolean requiresKeys) {
        this.requiresKeys = requiresKeys;
    }

    /** The schema of a problem. */
    private record ProblemAnswer(
            @Described("The kind of problem, a stable URI.") String type,

            @Described("The kind of problem in words.") String title,
            @Described("The HTTP status.") int status,

            @Described("One sentence about this occurrence.")
            String detail,

            @Described("The invalid parameter, or the path of the invalid field in the body.") @Nullable
            String field) {}

    /**
     * The document.
     *
     * @param title the title of the API
     * @param version the version of the program
     * @param requiresKeys whether callers need a key; if false, the document does not mention keys
     */
    public static ObjectNode of(
            String title, String version, String description, List<Route> routes, boolean requiresKeys) {
        OpenApi api = new OpenApi(requiresKeys);
        api.document.put("openapi", "3.1.0");
        api.document
                .putObject("info")
                .put("title", title)
                .put("version", version)
                .put("description", description);
        ObjectNode paths = api.document.putObject("paths");
        routes.forEach(route -> api.add(route, paths));
        routes.stream()
                .map(Route::path)
                .filter(path -> !path.contains("{"))
                .distinct()
                .forEach(path -> api.addOthers(path, routes, paths));
        ObjectNode components = api.document.putObject("components");
        components.set("schemas", api.schemas.all());
        if (requiresKeys) {
            components.set("securitySchemes", KeySchemes.all());
        }
        return api.document;
    }

    private void add(Route route, ObjectNode paths) {
        ObjectNode operation = paths.withObjectProperty(route.path())
                .putObject(route.method().toLowerCase(Locale.ROOT))
                .put("operationId", operationId(route))
                .put("summary", route.summary());
        var parameters = operation.putArray("parameters");
        route.parameters().forEach(parameter -> parameters.add(parameter.describe()));
        route.body().ifPresent(body -> addBody(body, route.traits().mediaTypes(), operation.putObject("requestBody")));
        if (requiresKey(route)) {
            operation.set("security", KeySchemes.of(route.access()));
        }
        addResponses(route, operation.putObject("responses"));
    }

    /** The operations that a path has because it also matches a template: {@code popular} may be the id of an item. */
    private void addOthers(String path, List<Route> routes, ObjectNode paths) {
        for (Route route : routes) {
            boolean isOther = new PathTemplate(route.path()).matches(path)
                    && !paths.path(path).has(route.method().toLowerCase(Locale.ROOT));
            if (isOther) {
                add(route.at(path), paths);
            }
        }
    }

    private boolean requiresKey(Route route) {
        return requiresKeys && route.access().scope() != Scope.OPEN;
    }

    private void addBody(Class<?> body, List<String> mediaTypes, ObjectNode request) {
        ObjectNode content = request.put("required", true).putObject("content");
        for (String mediaType : mediaTypes) {
            content.putObject(mediaType).set("schema", schema(body, mediaType));
        }
    }

    /** JSON with another media type is described as a string that holds JSON. */
    private ObjectNode schema(Class<?> body, String mediaType) {
        ObjectNode json = schemas.question(body);
        if (mediaType.equals(Reply.JSON)) {
            return json;
        }
        ObjectNode text = object().put("type", "string").put("contentMediaType", Reply.JSON);
        text.set("contentSchema", json);
        return text;
    }

    private static String operationId(Route route) {
        return (route.method().toLowerCase(Locale.ROOT) + route.path())
                .replaceAll("[^A-Za-z0-9]+", "_")
                .replaceAll("_$", "");
    }

    private void addResponses(Route route, ObjectNode responses) {
        ObjectNode success = responses
                .putObject(String.valueOf(route.traits().status()))
                .put("description", route.traits().status() == 204 ? "Done." : "The answer.");
        if (route.answer() != Void.class) {
            success.putObject("content").putObject("application/json").set("schema", schemas.reference(route.answer()));
        }
        problems(route)
                .forEach((status, titles) -> responses
                        .putObject(String.valueOf(status))
                        .put("description", titles)
                        .putObject("content")
                        .putObject("application/problem+json")
                        .set("schema", schemas.reference(ProblemAnswer.class)));
    }

    /** The titles of the possible problems, by status. */
    private Map<Integer, String> problems(Route route) {
        List<ProblemKind> kinds = new ArrayList<>(ANYWHERE);
        route.body().ifPresent(body -> kinds.addAll(WITH_BODY));
        if (requiresKey(route)) {
            kinds.addAll(List.of(ProblemKind.KEY_REQUIRED, ProblemKind.SCOPE_REQUIRED));
        }
        if (route.access().limited()) {
            kinds.add(ProblemKind.TOO_MANY_REQUESTS);
        }
        kinds.addAll(route.problems());
        return kinds.stream()
                .distinct()
                .collect(Collectors.groupingBy(
                        ProblemKind::status,
                        TreeMap::new,
                        Collectors.mapping(kind -> kind.title() + ".", Collectors.joining(" "))));
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** The security schemes of the OpenAPI document: the ways to send a key. */
    private static final class KeySchemes {

        private static final String BEARER = "bearer";
        private static final String HEADER = "header";
        private static final String QUERY = "query";
        private static final String SCOPES = "A key with the scope that the operation names, one of " + Scope.WORDS
                + "; write includes events, and admin includes all.";

        private KeySchemes() {}

        /** All schemes, by name. */
        static ObjectNode all() {
            ObjectNode schemes = JsonNodeFactory.instance.objectNode();
            schemes.putObject(BEARER)
                    .put("type", "http")
                    .put("scheme", "bearer")
                    .put("description", SCOPES);
            schemes.putObject(HEADER)
                    .put("type", "apiKey")
                    .put("in", "header")
                    .put("name", "X-Api-Key")
                    .put("description", SCOPES);
            schemes.putObject(QUERY)
                    .put("type", "apiKey")
                    .put("in", "query")
                    .put("name", Access.KEY_PARAMETER)
                    .put("description", "For pages: a key with the scope events alone.");
            return schemes;
        }

        /** The schemes that a route accepts, with the scope that the key needs. One scheme is enough. */
        static ArrayNode of(Access access) {
            ArrayNode schemes = JsonNodeFactory.instance.arrayNode();
            add(BEARER, access, schemes);
            add(HEADER, access, schemes);
            if (access.keyInQuery()) {
                add(QUERY, access, schemes);
            }
            return schemes;
        }

        private static void add(String scheme, Access access, ArrayNode schemes) {
            ArrayNode scopes = schemes.addObject().putArray(scheme);
            if (access.scope() != Scope.ANY) {
                scopes.add(access.scope().word());
            }
        }
    }
}
