package dev.kindred.http;

import dev.kindred.net.Percent;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The validated parameters and body of one call. */
public final class Arguments {

    private final Call call;
    private final Map<String, List<String>> query;
    private final int maxBodyBytes;

    private Arguments(Call call, Map<String, List<String>> query, int maxBodyBytes) {
        this.call = call;
        this.query = query;
        this.maxBodyBytes = maxBodyBytes;
    }

    /**
     * The arguments of a call.
     *
     * @throws ProblemException if the query has an unknown parameter, or one parameter twice
     */
    static Arguments of(Call call, int maxBodyBytes) {
        Map<String, List<String>> query = call.request().query();
        for (Map.Entry<String, List<String>> given : query.entrySet()) {
            if (!call.route().isKey(given.getKey())
                    && call.route().parameters().stream().noneMatch(known -> isIn(given.getKey(), known))) {
                throw ProblemException.parameter(
                        shortened(given.getKey()),
                        "unknown parameter: /openapi.json lists the parameters of this route");
            }
            if (given.getValue().size() != 1) {
                throw ProblemException.parameter(given.getKey(), given.getKey() + " is given more than once");
            }
        }
        return new Arguments(call, query, maxBodyBytes);
    }

    private static boolean isIn(String name, Parameter<?> known) {
        return known.isInQuery() && known.name().equals(name);
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
     * @throws ProblemException if it is too long, is not JSON, or does not match the type
     */
    public <T> T body(Class<T> type) {
        call.request()
                .header("Content-Type")
                .filter(contentType -> !isSupported(contentType))
                .ifPresent(contentType -> {
                    throw new ProblemException(Problem.of(
                            ProblemKind.UNSUPPORTED_MEDIA_TYPE,
                            "Content-Type",
                            "the body must be "
                                    + String.join(" or ", call.route().traits().mediaTypes())));
                });
        return Json.read(call.request().body(maxBodyBytes), type);
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

    private boolean isSupported(String contentType) {
        int end = contentType.indexOf(';');
        String mediaType = end < 0 ? contentType : contentType.substring(0, end);
        return call.route().traits().mediaTypes().contains(mediaType.strip().toLowerCase(Locale.ROOT));
    }
}
