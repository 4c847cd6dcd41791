package dev.kindred.http.api;

import dev.kindred.http.OpenApi;
import dev.kindred.http.Reply;
import dev.kindred.http.Route;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The document that describes all routes, and a page that reads it. */
final class DocumentRoutes {

    private static final String PAGE = "try.html";
    private static final String DESCRIPTION = "Real-time recommendations for shoppers, with reasons. Problems are"
            + " application/problem+json (RFC 9457); their types stay the same.";

    private DocumentRoutes() {}

    /** Some routes, and those that describe all of them. */
    static List<Route> describing(List<Route> others, ApiSettings settings) {
        List<Route> all = new ArrayList<>(others);
        String text = page();
        Reply page = Reply.html(text).with(PagePolicy.HEADER, PagePolicy.of(text));
        all.add(Route.get("/", "A page to try the API.", List.of(), Void.class, List.of(), arguments -> page)
                .open());
        all.add(Route.get(
                        "/openapi.json",
                        "This document.",
                        List.of(),
                        Void.class,
                        List.of(),
                        arguments -> Reply.json(
                                OpenApi.of("Kindred", settings.version(), DESCRIPTION, all, settings.asksForKeys())))
                .open());
        return all;
    }

    private static String page() {
        try (InputStream in =
                Objects.requireNonNull(DocumentRoutes.class.getResourceAsStream(PAGE), "the page is in the jar")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
