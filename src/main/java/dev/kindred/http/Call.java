package dev.kindred.http;

import java.util.Map;

/**
 * A request and where it goes.
 *
 * @param request as it came
 * @param route that serves it; {@link Route#UNKNOWN} if none does
 * @param path the values of the path's parameters, decoded, by name
 * @param caller who asks: the name of a key, or the address that the request comes from
 */
public record Call(Request request, Route route, Map<String, String> path, String caller) {

    public Call {
        path = Map.copyOf(path);
    }

    /** The same by a known caller. */
    public Call by(String known) {
        return new Call(request, route, path, known);
    }
}
