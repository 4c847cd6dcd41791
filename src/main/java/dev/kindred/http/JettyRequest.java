package dev.kindred.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.Fields;

/** Adapts a request of Jetty. */
final class JettyRequest implements Request {

    private static final int MAX_DRAINED_BODIES = 4; // a body up to 4 times too long is read to its end

    private final org.eclipse.jetty.server.Request request;

    JettyRequest(org.eclipse.jetty.server.Request request) {
        this.request = request;
    }

    @Override
    public String method() {
        return request.getMethod();
    }

    @Override
    public String path() {
        String path = request.getHttpURI().getPath();
        return path == null ? "" : path;
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
    public byte[] body(int maxBytes) {
        if (request.getLength() > (long) MAX_DRAINED_BODIES * maxBytes) {
            throw tooLarge(maxBytes);
        }
        try (InputStream in = Content.Source.asInputStream(request)) {
            byte[] body = in.readNBytes(maxBytes + 1); // the length may be undeclared
            if (body.length > maxBytes) {
                in.skip((long) (MAX_DRAINED_BODIES - 1) * maxBytes); // a client that still sends misses the answer
                throw tooLarge(maxBytes);
            }
            return body;
        } catch (IOException e) {
            throw new ProblemException(Problem.of(ProblemKind.MALFORMED_REQUEST, "the body is incomplete"));
        }
    }

    private static ProblemException tooLarge(int maxBytes) {
        return new ProblemException(
                Problem.of(ProblemKind.TOO_LARGE, "the body must be at most " + maxBytes + " bytes long"));
    }
}
