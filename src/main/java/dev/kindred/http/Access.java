package dev.kindred.http;

/**
 * Who may call a route, and how.
 *
 * @param scope that the caller needs, if keys are asked for at all
 * @param keyInQuery whether the key may come as the parameter {@value #KEY_PARAMETER}, for callers that cannot set headers;
 *     elsewhere it may not, because addresses are logged on their way
 * @param limited whether the call counts towards the limit of its caller
 */
public record Access(Scope scope, boolean keyInQuery, boolean limited) {

    /** The parameter of the query that may hold a key. */
    public static final String KEY_PARAMETER = "key";

    /** What a route has that says nothing: a forgotten word shuts somebody out, and lets nobody in. */
    static final Access STRICTEST = new Access(Scope.ADMIN, false, true);
}
