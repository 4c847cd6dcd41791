package dev.kindred.http.api;

import dev.kindred.http.OpenApi;
import dev.kindred.http.Reply;
import dev.kindred.http.Route;
import java.util.ArrayList;
import java.util.List;

/** The document that describes all routes. */
final class DocumentRoutes {

    private static final String DESCRIPTION = "Real-time recommendations for shoppers, with reasons. Problems are"
            + " application/problem+json (RFC 9457); their types stay the same.";

    private DocumentRoutes() {}

    /** Some routes, and those that describe all of them. */
    static List<Route> describing(List<Route> others, ApiSettings settings) {
        List<Route> all = new ArrayList<>(others);
        all.add(Route.get("/openapi.json", "This document.")
                .does(arguments ->
                        Reply.json(OpenApi.of("Kindred", settings.version(), DESCRIPTION, all, settings.asksForKeys())))
                .open());
        return all;
    }
}
