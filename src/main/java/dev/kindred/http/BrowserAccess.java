package dev.kindred.http;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.CrossOriginHandler;
import org.eclipse.jetty.util.Callback;

/**
 * Allows pages of some origins to call the routes for browsers, with the CORS protocol of the Fetch standard and
 * without credentials. Other routes are not affected.
 */
final class BrowserAccess extends CrossOriginHandler {

    private static final String ANY = "*";

    private final Router router;

    /** @param origins for example {@code https://shop.example}; {@code *} allows every origin */
    BrowserAccess(Router router, List<String> origins) {
        this.router = router;
        setAllowedOriginPatterns(origins.stream().map(BrowserAccess::pattern).collect(Collectors.toSet()));
        setAllowedMethods(Set.of("GET", "POST"));
        setAllowedHeaders(Set.of("Content-Type", "Authorization", "X-Api-Key"));
        setExposedHeaders(Set.of("Retry-After", "Kindred-Stale", "X-Request-Id"));
        setAllowCredentials(false);
        setPreflightMaxAge(Duration.ofHours(1));
    }

    private static String pattern(String origin) {
        return origin.equals(ANY) ? origin : Pattern.quote(origin);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        return router.isForBrowsers(new JettyRequest(request).path())
                ? super.handle(request, response, callback)
                : getHandler().handle(request, response, callback);
    }
}
