package dev.kindred.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * The reason why a request failed, as in RFC 9457, Problem Details for HTTP APIs.
 *
 * @param kind the kind of problem
 * @param detail one sentence about this occurrence, without ids
 * @param field the invalid part of the request, if there is one: a parameter, or a path into the body
 * @param retryAfter the delay before a retry, if a retry helps
 * @param headers more headers of the answer, by name
 */
public record Problem(
        ProblemKind kind,
        String detail,
        Optional<String> field,
        Optional<Duration> retryAfter,
        Map<String, String> headers) {

    public Problem {
        headers = Map.copyOf(headers);
    }

    /** A problem of the whole request. */
    public static Problem of(ProblemKind kind, String detail) {
        return new Problem(kind, detail, Optional.empty(), Optional.empty(), Map.of());
    }

    /** A problem of one part of the request. */
    public static Problem of(ProblemKind kind, String field, String detail) {
        return new Problem(kind, detail, Optional.of(field), Optional.empty(), Map.of());
    }

    /** The same with a delay before a retry. */
    public Problem retryAfter(Duration pause) {
        return new Problem(kind, detail, field, Optional.of(pause), headers);
    }

    /** The same with a header. */
    public Problem with(String name, String value) {
        return new Problem(kind, detail, field, retryAfter, Map.of(name, value));
    }

    /** The HTTP status. */
    public int status() {
        return kind.status();
    }

    ObjectNode toJson(int status) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("type", kind.type())
                .put("title", kind.title())
                .put("status", status)
                .put("detail", detail);
        field.ifPresent(name -> json.put("field", name));
        return json;
    }
}
