package dev.kindred.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.eclipse.jetty.util.Fields;

/**
 * Adapts a request of Jetty.
 *
 * @param workers run work that may block
 */
record JettyRequest(org.eclipse.jetty.server.Request request, Executor workers, BodyReader body) implements Request {

    /** The path of a request, percent-encoded. */
    static String path(org.eclipse.jetty.server.Request request) {
        String path = request.getHttpURI().getPath();
        return path == null ? "" : path;
    }

    @Override
    public String method() {
        return request.getMethod();
    }

    @Override
    public String path() {
        return path(request);
    }

    @Override
    public Map<String, List<String>> query() {
        try {
            Map<String, List<String>> values = new LinkedHashMap<>();
            for (Fields.Field field : org.eclipse.jetty.server.Request.extractQueryParameters(request)) {
                values.put(field.getName(), field.getValues());
            }
            return values;
        } catch (RuntimeException e) { // Jetty throws several types for an invalid query
            throw new ProblemException(
                    Problem.of(ProblemKind.MALFORMED_REQUEST, "the query is not percent-encoded UTF-8"));
        }
    }

    @Override
    public Optional<String> header(String name) {
        return Optional.ofNullable(request.getHeaders().get(name));
    }

    @Override
    public String remoteAddress() {
        return org.eclipse.jetty.server.Request.getRemoteAddr(request);
    }

    @Override
    public CompletableFuture<byte[]> body(int maxBytes) {
        return body.read(maxBytes);
    }

    @Override
    public Executor workers() {
        return workers;
    }
}
