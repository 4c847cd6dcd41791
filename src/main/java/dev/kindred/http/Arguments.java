package dev.kindred.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindred.net.Percent;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The validated parameters and body of one call. */
public final class Arguments {

    // A page of any origin can send a body of these two kinds without a preflight request.
    private static final String UNTYPED = "text/plain";

    private final Call call;
    private final Map<String, List<String>> query;
    private final byte[] body;

    private Arguments(Call call, Map<String, List<String>> query, byte[] body) {
        this.call = call;
        this.query = query;
        this.body = body;
    }

    /**
     * The arguments of a call, without the body.
     *
     * @throws ProblemException if the query has an unknown parameter, an invalid one, even if the route would not need it,
     *     or one parameter twice, or the body has a media type that the route does not accept
     */
    static Arguments of(Call call) {
        checkMediaType(call);
        Map<String, List<String>> query = call.request().query();
        query.forEach((name, values) -> {
            if (values.size() != 1) {
                throw ProblemException.parameter(shortened(name), shortened(name) + " is given more than once");
            }
            if (!call.route().isKey(name)) {
                named(call.route(), name).parse(Optional.of(values.get(0)));
            }
        });
        return new Arguments(call, query, new byte[0]);
    }

    /** The same with a body. */
    Arguments withBody(byte[] arrived) {
        return new Arguments(call, query, arrived);
    }

    private static void checkMediaType(Call call) {
        List<String> accepted = call.route().traits().mediaTypes();
        String given =
                call.request().header("Content-Type").map(Arguments::mediaType).orElse(UNTYPED);
        if (call.route().body().isPresent() && !accepted.contains(given)) {
            throw new ProblemException(Problem.of(
                    ProblemKind.UNSUPPORTED_MEDIA_TYPE,
                    "Content-Type",
                    "the body must be " + String.join(" or ", accepted) + ": send the header Content-Type"));
        }
    }

    private static String mediaType(String contentType) {
        int end = contentType.indexOf(';');
        String type = end < 0 ? contentType : contentType.substring(0, end);
        return type.strip().toLowerCase(Locale.ROOT);
    }

    private static Parameter<?> named(Route route, String name) {
        return route.parameters().stream()
                .filter(known -> known.isInQuery() && known.name().equals(name))
                .findFirst()
                .orElseThrow(() -> ProblemException.parameter(
                        shortened(name), "unknown parameter: /openapi.json lists the parameters of this route"));
    }

    private static String shortened(String name) {
        return name.length() <= 40 ? name : name.substring(0, 40) + "...";
    }

    /**
     * The value of a parameter of the route, or its default.
     *
     * @throws ProblemException if the value is invalid or missing
     */
    public <T> T get(Parameter<T> parameter) {
        return parameter.parse(parameter.isInQuery() ? inQuery(parameter.name()) : inPath(parameter.name()));
    }

    /** Whether the request sets a query parameter. */
    public boolean has(Parameter<?> parameter) {
        return query.containsKey(parameter.name());
    }

    private Optional<String> inQuery(String name) {
        return query.getOrDefault(name, List.of()).stream().findFirst();
    }

    private Optional<String> inPath(String name) {
        return Optional.ofNullable(call.path().get(name));
    }

    /**
     * The body.
     *
     * @throws ProblemException if it is not JSON, or does not match the type
     */
    public <T> T body(Class<T> type) {
        return Json.read(body, type);
    }

    /**
     * The body as a JSON object, to be read part by part.
     *
     * @throws ProblemException if it is no JSON object
     */
    public JsonNode json() {
        return Json.object(body);
    }

    /** Whether the caller has a scope. Without keys every caller has all of them but {@link Scope#ADMIN}. */
    public boolean grants(Scope scope) {
        return scope.isIn(call.scopes());
    }

    /** A header of the request; the name is case-insensitive. */
    public Optional<String> header(String name) {
        return call.request().header(name);
    }

    /**
     * The same request for another instance.
     *
     * @param headers the headers to send, by name
     * @param body replaces the body of this request; empty for a request without a body
     */
    public PeerRequest forPeer(Map<String, String> headers, Optional<Object> body) {
        return new PeerRequest(call.route().method(), target(), headers, body.map(Json::bytes));
    }

    private String target() {
        String parameters = query.entrySet().stream()
                .flatMap(parameter -> parameter.getValue().stream()
                        .map(value -> Percent.encode(parameter.getKey()) + "=" + Percent.encode(value)))
                .collect(Collectors.joining("&"));
        String path = new PathTemplate(call.route().path()).fill(call.path());
        return parameters.isEmpty() ? path : path + "?" + parameters;
    }
}
