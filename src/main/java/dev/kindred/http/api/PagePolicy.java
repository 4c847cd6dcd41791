package dev.kindred.http.api;

import dev.kindred.model.Sha256;
import java.util.Base64;

/**
 * What a page of one script and one style may do in a browser: run these two, known by their hashes, and ask the server
 * that it comes from. As in Content Security Policy Level 3.
 */
final class PagePolicy {

    static final String HEADER = "Content-Security-Policy";

    private PagePolicy() {}

    /** The value of the header for a page. */
    static String of(String page) {
        return "default-src 'none'; script-src '" + hash(element("script", page)) + "'; style-src '"
                + hash(element("style", page))
                + "'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    }

    private static String element(String name, String page) {
        String opening = "<" + name + ">";
        int from = page.indexOf(opening) + opening.length();
        return page.substring(from, page.indexOf("</" + name + ">", from));
    }

    private static String hash(String text) {
        return "sha256-" + Base64.getEncoder().encodeToString(Sha256.of(text));
    }
}
