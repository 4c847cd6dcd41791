package dev.kindred.http;

import java.util.Map;
import java.util.TreeMap;

/**
 * What every answer tells browsers and caches, unless the answer itself says otherwise: to keep nothing, as answers are on
 * people and of the moment; to guess no types; to run, frame and fetch nothing.
 */
final class SecurityHeaders {

    private static final Map<String, String> ALWAYS = Map.of(
            "Cache-Control", "no-store",
            "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'",
            "Referrer-Policy", "no-referrer",
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY");
    private static final String ONE_YEAR = "max-age=31536000";

    private final Map<String, String> headers = new TreeMap<>(ALWAYS);

    /** @param encrypted whether to tell browsers to come by TLS only, from now on */
    SecurityHeaders(boolean encrypted) {
        if (encrypted) {
            headers.put("Strict-Transport-Security", ONE_YEAR);
        }
    }

    /** An answer with what it lacks. */
    Reply on(Reply reply) {
        Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        all.putAll(headers);
        all.putAll(reply.headers());
        return new Reply(reply.status(), reply.contentType(), reply.body(), all);
    }
}
