package dev.kindred.http.api;

import dev.kindred.http.OpenApi;
import dev.kindred.http.Reply;
import dev.kindred.http.Route;
import dev.kindred.model.Resources;
import dev.kindred.model.Sha256;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** The document that describes all routes, and a page that reads it. */
final class DocumentRoutes {

    private static final String PAGE = "try.html";
    private static final String DESCRIPTION = "Real-time recommendations for shoppers, with reasons. Problems are"
            + " application/problem+json (RFC 9457); their types stay the same.";

    private DocumentRoutes() {}

    /** Some routes, and those that describe all of them. */
    static List<Route> describing(List<Route> others, ApiSettings settings) {
        List<Route> all = new ArrayList<>(others);
        String text = Resources.text(DocumentRoutes.class, PAGE);
        Reply page = Reply.html(text).with(PagePolicy.HEADER, PagePolicy.of(text));
        all.add(Route.get("/", "A page to try the API.").does(arguments -> page).open());
        all.add(Route.get("/openapi.json", "This document.")
                .does(arguments ->
                        Reply.json(OpenApi.of("Kindred", settings.version(), DESCRIPTION, all, settings.asksForKeys())))
                .open());
        return all;
    }

    /**
     * The Content-Security-Policy (Level 3) of a page with one script and one style: it may run these two, identified by
     * their hashes, and send requests to its own server.
     */
    private static final class PagePolicy {

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
}
