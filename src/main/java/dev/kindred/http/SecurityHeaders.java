package dev.kindred.http;

import java.util.Map;
import java.util.TreeMap;

/**
 * Default headers of every reply for browsers and caches; a reply may override them. They forbid caching, because
 * replies are personal and short-lived, and content sniffing, scripts, frames and subrequests.
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

    /** @param encrypted whether browsers must use TLS from now on */
    SecurityHeaders(boolean encrypted) {
        if (encrypted) {
            headers.put("Strict-Transport-Security", ONE_YEAR);
        }
    }

    /** The reply with the headers that it lacks. */
    Reply addTo(Reply reply) {
        Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        all.putAll(headers);
        all.putAll(reply.headers());
        return new Reply(reply.status(), reply.contentType(), reply.body(), all);
    }
}
