package dev.kindred.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Why a request is not served, as in RFC 9457, Problem Details for HTTP APIs.
 *
 * @param kind what sort of problem it is
 * @param detail a sentence on this occurrence, without ids
 * @param field the part of the request at fault, if there is one: a parameter, or a path into the body
 * @param retryAfter when to try again, where that helps
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

    /** A problem of the request as a whole. */
    public static Problem of(ProblemKind kind, String detail) {
        return new Problem(kind, detail, Optional.empty(), Optional.empty(), Map.of());
    }

    /** A problem of one part of the request. */
    public static Problem of(ProblemKind kind, String field, String detail) {
        return new Problem(kind, detail, Optional.of(field), Optional.empty(), Map.of());
    }

    /** The same with when to try again. */
    public Problem retryAfter(Duration pause) {
        return new Problem(kind, detail, field, Optional.of(pause), headers);
    }

    /** The same with a header. */
    public Problem with(String name, String value) {
        return new Problem(kind, detail, field, retryAfter, Map.of(name, value));
    }

    /** The status of HTTP. */
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
