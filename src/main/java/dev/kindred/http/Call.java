package dev.kindred.http;

import java.util.Map;

/**
 * A request with its route.
 *
 * @param request the unchanged request
 * @param route the matching route; {@link Route#UNKNOWN} if none matches
 * @param path the decoded values of the path parameters, by name
 * @param caller the name of the caller's key, or the remote address if the call has no key
 */
public record Call(Request request, Route route, Map<String, String> path, String caller) {

    public Call {
        path = Map.copyOf(path);
    }

    /** The same call with another caller. */
    public Call withCaller(String other) {
        return new Call(request, route, path, other);
    }
}
