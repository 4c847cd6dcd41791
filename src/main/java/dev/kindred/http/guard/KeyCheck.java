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
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rejects calls without a key that has the scope of the route. Later filters see the name of the key as the caller.
 *
 * <p>Clients send the key as {@code Authorization: Bearer KEY} or {@code X-Api-Key: KEY}, or in the query if the route
 * allows it. A rejection has the header {@code WWW-Authenticate} of RFC 6750, Bearer Token Usage.
 */
public final class KeyCheck implements Filter {

    private static final String CHALLENGE = "Bearer realm=\"kindred\"";
    private static final String BEARER = "Bearer ";

    private static final Logger log = LoggerFactory.getLogger(KeyCheck.class);
    private static final Set<Scope> WITHOUT_KEYS = EnumSet.complementOf(EnumSet.of(Scope.ADMIN));

    private final ApiKeys keys;
    private final Origins eventsWithoutKey;
    private final Buckets wrongKeys;
    private final Set<String> sentInUrl = ConcurrentHashMap.newKeySet(); // names of keys that were warned of

    /** A check that lets nobody pass without a key, if there are keys. */
    public KeyCheck(ApiKeys keys) {
        this(keys, Origins.NONE, new RateSettings(1, 20));
    }

    /**
     * A check.
     *
     * @param keys the accepted keys; if empty, all calls pass
     * @param eventsWithoutKey the origins whose pages may send events without a key
     * @param wrongKeys how many wrong keys an address may try
     */
    KeyCheck(ApiKeys keys, Origins eventsWithoutKey, RateSettings wrongKeys) {
        this.keys = keys;
        this.eventsWithoutKey = eventsWithoutKey;
        this.wrongKeys = new Buckets(wrongKeys, System::nanoTime);
    }

    @Override
    public CompletableFuture<Reply> filter(Call call, Handler next) {
        Scope needed = call.route().access().scope();
        if (keys.isEmpty()) {
            return next.handle(call.by(call.caller(), WITHOUT_KEYS));
        }
        if (needed == Scope.OPEN) {
            return next.handle(call);
        }
        Optional<String> inHeader = inHeader(call.request());
        Optional<String> given = inHeader.or(() -> inQuery(call));
        if (given.isEmpty() && needed == Scope.EVENTS && eventsWithoutKey.sent(call.request())) {
            return next.handle(call.by(call.caller(), Set.of(Scope.EVENTS)));
        }
        ApiKey key = known(given, call);
        if (inHeader.isEmpty()) {
            checkForUrl(key);
        }
        if (!needed.isIn(key.scopes())) {
            throw scopeRequired("this", needed);
        }
        return next.handle(call.by(caller(key, call), granted(key)));
    }

    private ApiKey known(Optional<String> given, Call call) {
        if (given.isEmpty()) {
            throw refusal(
                    ProblemKind.KEY_REQUIRED, "this needs a key: send the header Authorization: Bearer KEY", CHALLENGE);
        }
        return keys.find(given.get()).orElseThrow(() -> {
            wrongKeys.take(call.request().remoteAddress(), "wrong keys");
            return refusal(ProblemKind.KEY_REQUIRED, "the key is unknown", CHALLENGE + ", error=\"invalid_token\"");
        });
    }

    /** Proxies log URLs, and pages hold those of beacons: a key there must not do much. */
    private void checkForUrl(ApiKey key) {
        if (!key.isPublic() && sentInUrl.add(key.name())) {
            log.warn(
                    "The key {} came in a URL, where others can read it: use a key with the scope events there, and"
                            + " replace this one in http.keys",
                    key.name());
        }
        if (key.scopes().contains(Scope.ADMIN)) {
            throw refusal(
                    ProblemKind.SCOPE_REQUIRED,
                    "a key with the scope admin may not stand in a URL: use one with the scope events",
                    CHALLENGE);
        }
    }

    /** All visitors of a page share its key, so they are told apart by their addresses. */
    private static String caller(ApiKey key, Call call) {
        return key.isPublic() ? key.name() + "@" + call.request().remoteAddress() : key.name();
    }

    private Set<Scope> granted(ApiKey key) {
        if (!keys.isOld() || !key.scopes().contains(Scope.READ)) {
            return key.scopes();
        }
        Set<Scope> granted = EnumSet.copyOf(key.scopes());
        granted.add(Scope.EXPLAIN);
        return granted;
    }

    /**
     * The refusal of a caller whose key lacks a scope.
     *
     * @param what needs the scope
     */
    public static ProblemException scopeRequired(String what, Scope scope) {
        return refusal(
                ProblemKind.SCOPE_REQUIRED,
                what + " needs a key with the scope " + scope.word(),
                CHALLENGE + ", error=\"insufficient_scope\", scope=\"" + scope.word() + "\"");
    }

    private static Optional<String> inHeader(Request request) {
        return bearer(request).or(() -> request.header("X-Api-Key"));
    }

    private static Optional<String> bearer(Request request) {
        return request.header("Authorization")
                .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(value -> value.substring(BEARER.length()).strip());
    }

    private static Optional<String> inQuery(Call call) {
        return call.route().access().keyInQuery()
                ? call.request().query().getOrDefault(Access.KEY_PARAMETER, List.of()).stream()
                        .findFirst()
                : Optional.empty();
    }

    private static ProblemException refusal(ProblemKind kind, String detail, String challenge) {
        return new ProblemException(Problem.of(kind, detail).with("WWW-Authenticate", challenge));
    }
}
