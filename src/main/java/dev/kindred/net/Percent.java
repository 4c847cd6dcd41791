package dev.kindred.net;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Percent-encoding (RFC 3986) of a part of a URL. */
public final class Percent {

    private Percent() {}

    /** The text as one segment of a path, or one name or value of a query. */
    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
