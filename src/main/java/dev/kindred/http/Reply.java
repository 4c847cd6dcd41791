package dev.kindred.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * A response to a client.
 *
 * @param status the HTTP status
 * @param contentType the media type of the body
 * @param body as bytes, not copied
 * @param headers more headers, by name
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Reply(int status, String contentType, byte[] body, Map<String, String> headers) {

    static final String JSON = "application/json";

    public Reply {
        headers = Map.copyOf(headers);
    }

    /** An object as JSON, status 200. */
    public static Reply json(Object value) {
        return json(200, value);
    }

    /** An object as JSON. */
    public static Reply json(int status, Object value) {
        return new Reply(status, JSON, Json.bytes(value), Map.of());
    }

    /** No content, status 204. */
    public static Reply empty() {
        return new Reply(204, "", new byte[0], Map.of());
    }

    /** An HTML page, status 200. */
    public static Reply html(String page) {
        return text("text/html; charset=utf-8", page);
    }

    /** Text of a media type, in UTF-8, status 200. */
    public static Reply text(String contentType, String text) {
        return new Reply(200, contentType, text.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    /** The client has the current content already, status 304. */
    public static Reply unchanged() {
        return new Reply(304, "", new byte[0], Map.of());
    }

    /** A problem. */
    public static Reply of(Problem problem) {
        return of(problem, problem.status());
    }

    /** A problem with a more specific status. */
    static Reply of(Problem problem, int status) {
        Map<String, String> headers = new TreeMap<>(problem.headers());
        problem.retryAfter().ifPresent(pause -> headers.put("Retry-After", String.valueOf(pause.toSeconds())));
        return new Reply(status, "application/problem+json", Json.bytes(problem.toJson(status)), headers);
    }

    boolean isEmpty() {
        return body.length == 0;
    }

    /**
     * The body as JSON.
     *
     * @throws IOException if it is not JSON
     */
    public JsonNode tree() throws IOException {
        return Json.tree(body);
    }

    /** The same with one more header. */
    public Reply with(String name, String value) {
        if (headers.isEmpty()) {
            return new Reply(status, contentType, body, Map.of(name, value));
        }
        Map<String, String> more = new TreeMap<>(headers);
        more.put(name, value);
        return new Reply(status, contentType, body, more);
    }
}
