package dev.kindred.http;

import java.util.Map;
import java.util.Set;

/**
 * A request with its route.
 *
 * @param request the unchanged request
 * @param route the matching route; {@link Route#UNKNOWN} if none matches
 * @param path the decoded values of the path parameters, by name
 * @param caller the name of the caller's key, or the remote address if the call has no key
 * @param scopes what the caller may do, as far as it is known
 */
public record Call(Request request, Route route, Map<String, String> path, String caller, Set<Scope> scopes) {

    public Call {
        path = Map.copyOf(path);
        scopes = Set.copyOf(scopes);
    }

    /** A call of which only the remote address is known. */
    static Call of(Request request, Route route, Map<String, String> path) {
        return new Call(request, route, path, request.remoteAddress(), Set.of());
    }

    /** The same call of a known caller. */
    public Call by(String name, Set<Scope> granted) {
        return new Call(request, route, path, name, granted);
    }
}
