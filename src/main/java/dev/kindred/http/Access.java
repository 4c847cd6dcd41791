package dev.kindred.http;

/**
 * The access rules of a route.
 *
 * @param scope the scope that a caller needs, if the server requires keys
 * @param keyInQuery whether the query parameter {@value #KEY_PARAMETER} may hold the key, for clients that cannot set
 *     headers; false for most routes, because proxies log URLs
 * @param limited whether the call counts towards the caller's rate limit
 */
public record Access(Scope scope, boolean keyInQuery, boolean limited) {

    /** The query parameter that may hold a key. */
    public static final String KEY_PARAMETER = "key";

    /** The default of a route: a forgotten declaration denies access instead of granting it. */
    static final Access STRICTEST = new Access(Scope.ADMIN, false, true);
}
