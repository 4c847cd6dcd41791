package dev.kindred.http;

import java.util.Map;

/**
 * A request and where it goes.
 *
 * @param request as it came
 * @param route that serves it; {@link Route#UNKNOWN} if none does
 * @param path the values of the path's parameters, decoded, by name
 */
public record Call(Request request, Route route, Map<String, String> path) {

    public Call {
        path = Map.copyOf(path);
    }
}
