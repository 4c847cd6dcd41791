package dev.kindred.http.guard;

import dev.kindred.http.Access;
import dev.kindred.http.Call;
import dev.kindred.http.Filter;
import dev.kindred.http.Handler;
import dev.kindred.http.Problem;
import dev.kindred.http.ProblemException;
import dev.kindred.http.ProblemKind;
import dev.kindred.http.Reply;
import dev.kindred.http.Request;
import dev.kindred.http.Scope;
import java.util.List;
import java.util.Optional;

/**
 * Rejects calls without a key that has the scope of the route. Later filters see the name of the key as the caller.
 *
 * <p>Clients send the key as {@code Authorization: Bearer KEY} or {@code X-Api-Key: KEY}, or in the query if the route
 * allows it. A rejection has the header {@code WWW-Authenticate} of RFC 6750, Bearer Token Usage.
 */
public final class KeyCheck implements Filter {

    private static final String CHALLENGE = "Bearer realm=\"kindred\"";
    private static final String BEARER = "Bearer ";

    private final ApiKeys keys;

    /** @param keys the accepted keys; if empty, all calls pass */
    public KeyCheck(ApiKeys keys) {
        this.keys = keys;
    }

    @Override
    public Reply filter(Call call, Handler next) {
        Access access = call.route().access();
        if (keys.isEmpty() || access.scope() == Scope.OPEN) {
            return next.handle(call);
        }
        ApiKey key = key(call.request(), access);
        if (!access.scope().isIn(key.scopes())) {
            throw refusal(
                    ProblemKind.SCOPE_REQUIRED,
                    "this needs a key with the scope " + access.scope().word(),
                    CHALLENGE + ", error=\"insufficient_scope\", scope=\""
                            + access.scope().word() + "\"");
        }
        return next.handle(call.withCaller(key.name()));
    }

    private ApiKey key(Request request, Access access) {
        String given = bearer(request)
                .or(() -> request.header("X-Api-Key"))
                .or(() -> inQuery(request, access))
                .orElseThrow(() -> refusal(
                        ProblemKind.KEY_REQUIRED,
                        "this needs a key: send the header Authorization: Bearer KEY",
                        CHALLENGE));
        return keys.find(given)
                .orElseThrow(() -> refusal(
                        ProblemKind.KEY_REQUIRED, "the key is unknown", CHALLENGE + ", error=\"invalid_token\""));
    }

    private static Optional<String> bearer(Request request) {
        return request.header("Authorization")
                .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(value -> value.substring(BEARER.length()).strip());
    }

    private static Optional<String> inQuery(Request request, Access access) {
        return access.keyInQuery()
                ? request.query().getOrDefault(Access.KEY_PARAMETER, List.of()).stream()
                        .findFirst()
                : Optional.empty();
    }

    private static ProblemException refusal(ProblemKind kind, String detail, String challenge) {
        return new ProblemException(Problem.of(kind, detail).with("WWW-Authenticate", challenge));
    }
}
