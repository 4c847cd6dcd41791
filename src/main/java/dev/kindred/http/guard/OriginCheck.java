package dev.kindred.http.guard;

import dev.kindred.http.Call;
import dev.kindred.http.Filter;
import dev.kindred.http.Handler;
import dev.kindred.http.Problem;
import dev.kindred.http.ProblemException;
import dev.kindred.http.ProblemKind;
import dev.kindred.http.Reply;
import dev.kindred.http.Request;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * Rejects calls that change something and that a page of a foreign origin makes a browser send (cross-site request
 * forgery). Browsers say so in {@code Sec-Fetch-Site} (Fetch Metadata) and {@code Origin}; other clients send neither.
 */
final class OriginCheck implements Filter {

    private static final Set<String> OWN_SITE = Set.of("same-origin", "none"); // none: the person typed the address

    private final Origins origins;

    /** @param origins whose pages may send such calls */
    OriginCheck(Origins origins) {
        this.origins = origins;
    }

    @Override
    public CompletableFuture<Reply> filter(Call call, Handler next) {
        if (call.route().changes() && isForeign(call.request()) && !origins.sent(call.request())) {
            throw new ProblemException(Problem.of(
                    ProblemKind.FOREIGN_ORIGIN,
                    "Origin",
                    "pages of this origin may not send this: add the origin to http.cors.origins"));
        }
        return next.handle(call);
    }

    private static boolean isForeign(Request request) {
        Optional<String> site = request.header("Sec-Fetch-Site");
        return site.isPresent()
                ? !OWN_SITE.contains(site.get())
                : request.header("Origin")
                        .filter(origin -> !isHost(origin, request))
                        .isPresent();
    }

    /** Whether an origin is the server itself. The scheme is left out: a proxy in front may terminate TLS. */
    private static boolean isHost(String origin, Request request) {
        String authority = origin.replaceFirst("^https?://", "");
        return request.header("Host").filter(authority::equalsIgnoreCase).isPresent();
    }
}
