package dev.kindred.http;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.CrossOriginHandler;
import org.eclipse.jetty.util.Callback;

/**
 * Allows pages of some origins to call some routes, with the CORS protocol of the Fetch standard. Other routes are not
 * affected.
 */
final class BrowserAccess extends CrossOriginHandler {

    private static final String ANY = "*";

    private final Predicate<String> paths;

    /**
     * Access.
     *
     * @param paths whether a path is one of these routes
     * @param origins for example {@code https://shop.example}; {@code *} allows every origin
     * @param credentials whether browsers may send cookies; Kindred has none
     */
    BrowserAccess(Predicate<String> paths, List<String> origins, boolean credentials) {
        this.paths = paths;
        setAllowedOriginPatterns(origins.stream().map(BrowserAccess::pattern).collect(Collectors.toSet()));
        setAllowedMethods(Set.of("GET", "POST"));
        setAllowedHeaders(Set.of("Content-Type", "Authorization", "X-Api-Key"));
        setExposedHeaders(Set.of("Retry-After", "Kindred-Stale", "X-Request-Id"));
        setAllowCredentials(credentials);
        setPreflightMaxAge(Duration.ofHours(1));
    }

    private static String pattern(String origin) {
        return origin.equals(ANY) ? origin : Pattern.quote(origin);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        return paths.test(JettyRequest.path(request))
                ? super.handle(request, response, callback)
                : getHandler().handle(request, response, callback);
    }
}
