package dev.kindred.http;

import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;

/**
 * Default headers of every reply for browsers and caches; a reply may override them. They forbid caching, because
 * replies are personal and short-lived, and content sniffing, scripts, frames and subrequests. They are encoded once.
 */
final class SecurityHeaders {

    private static final HttpField[] ALWAYS = {
        new PreEncodedHttpField(HttpHeader.CACHE_CONTROL, "no-store"),
        new PreEncodedHttpField("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"),
        new PreEncodedHttpField("Referrer-Policy", "no-referrer"),
        new PreEncodedHttpField("X-Content-Type-Options", "nosniff"),
        new PreEncodedHttpField("X-Frame-Options", "DENY")
    };
    private static final String ONE_YEAR = "max-age=31536000";

    private final HttpFields headers;

    /** @param encrypted whether browsers must use TLS from now on */
    SecurityHeaders(boolean encrypted) {
        HttpFields.Mutable all = HttpFields.build(HttpFields.from(ALWAYS));
        if (encrypted) {
            all.put(new PreEncodedHttpField(HttpHeader.STRICT_TRANSPORT_SECURITY, ONE_YEAR));
        }
        this.headers = all.asImmutable();
    }

    /** Sets the headers of a response; those of the reply come later and win. */
    void addTo(HttpFields.Mutable response) {
        headers.forEach(response::put);
    }
}
