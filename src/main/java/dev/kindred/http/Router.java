package dev.kindred.http;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the route of a request, calls the filters and the route, and converts exceptions to problems. */
public final class Router {

    private static final Logger log = LoggerFactory.getLogger(Router.class);

    private final List<Entry> entries;
    private final Handler handler;
    private final Function<RuntimeException, Optional<Problem>> translation;

    private record Entry(Route route, PathTemplate path) {}

    /**
     * A router.
     *
     * @param filters the first is the outermost
     * @param translation converts an exception of a route to a problem; empty for a defect
     * @param maxBodyBytes the greatest length of a body
     */
    public Router(
            List<Route> routes,
            List<Filter> filters,
            Function<RuntimeException, Optional<Problem>> translation,
            int maxBodyBytes) {
        this.entries = routes.stream()
                .map(route -> new Entry(route, new PathTemplate(route.path())))
                .toList();
        this.translation = translation;
        this.handler = chain(filters, call -> serve(call, maxBodyBytes));
    }

    private CompletableFuture<Reply> serve(Call call, int maxBodyBytes) {
        if (call.route().isUnknown()) {
            throw notServed(call.request().path());
        }
        Arguments arguments = Arguments.of(call);
        Route.Action action = call.route().action();
        if (call.route().traits().urgent()) {
            return CompletableFuture.completedFuture(action.answer(arguments));
        }
        Executor workers = LogContext.keptBy(call.request().workers());
        return body(call, maxBodyBytes).thenApplyAsync(body -> action.answer(arguments.withBody(body)), workers);
    }

    private static CompletableFuture<byte[]> body(Call call, int maxBytes) {
        return call.route().body().isPresent()
                ? call.request().body(maxBytes)
                : CompletableFuture.completedFuture(new byte[0]);
    }

    /** Every step converts exceptions to replies, so that a filter sees the reply that the client gets. */
    private Handler chain(List<Filter> filters, Handler last) {
        Handler chain = call -> answer(call, () -> last.handle(call));
        List<Filter> innermostFirst = new ArrayList<>(filters);
        Collections.reverse(innermostFirst);
        for (Filter filter : innermostFirst) {
            Handler next = chain;
            chain = call -> answer(call, () -> filter.filter(call, next));
        }
        return chain;
    }

    /** The answer to a request; neither throws nor fails. */
    public CompletableFuture<Reply> handle(Request request) {
        return handler.handle(find(request));
    }

    /** Whether a path has a route that pages of other origins may call, other than a beacon. */
    boolean isForBrowsers(String path) {
        return !takesBeacons(path) && has(path, route -> route.traits().forBrowsers());
    }

    /** Whether a path has a route that pages of other origins may call with navigator.sendBeacon. */
    boolean takesBeacons(String path) {
        return has(path, route -> route.traits().forBrowsers() && route.access().keyInQuery());
    }

    private boolean has(String path, Predicate<Route> trait) {
        return entries.stream()
                .filter(entry -> trait.test(entry.route()))
                .anyMatch(entry -> entry.path().matches(path));
    }

    private Call find(Request request) {
        List<String> segments = PathTemplate.split(request.path());
        for (Entry entry : entries) {
            if (entry.route().accepts(request.method())) {
                Optional<Map<String, String>> values = match(entry, segments);
                if (values.isPresent()) {
                    return Call.of(request, entry.route(), values.get());
                }
            }
        }
        return Call.of(request, Route.UNKNOWN, Map.of());
    }

    /** A path that cannot be decoded does not match here; {@link #serve} reports the reason, after the filters. */
    private static Optional<Map<String, String>> match(Entry entry, List<String> segments) {
        try {
            return entry.path().match(segments);
        } catch (ProblemException e) {
            return Optional.empty();
        }
    }

    private ProblemException notServed(String path) {
        List<String> methods = entries.stream()
                .filter(entry -> entry.path().match(path).isPresent())
                .map(entry -> entry.route().method())
                .distinct() // a path may match two templates: a literal segment and a placeholder
                .sorted()
                .toList();
        if (methods.isEmpty()) {
            return new ProblemException(
                    Problem.of(ProblemKind.NO_SUCH_PATH, "unknown path: /openapi.json lists all paths"));
        }
        String allowed = String.join(", ", methods);
        return new ProblemException(Problem.of(ProblemKind.METHOD_NOT_ALLOWED, "this path allows " + allowed)
                .with("Allow", allowed));
    }

    private CompletableFuture<Reply> answer(Call call, Supplier<CompletableFuture<Reply>> work) {
        try {
            return work.get().exceptionally(failure -> Reply.of(problem(call, failure)));
        } catch (RuntimeException e) {
            return CompletableFuture.completedFuture(Reply.of(problem(call, e)));
        }
    }

    private Problem problem(Call call, Throwable failure) {
        Throwable cause = failure instanceof CompletionException wrapper && wrapper.getCause() != null
                ? wrapper.getCause()
                : failure;
        if (cause instanceof ProblemException known) {
            return known.problem();
        }
        Optional<Problem> translated =
                cause instanceof RuntimeException unknown ? translation.apply(unknown) : Optional.empty();
        return translated.orElseGet(() -> defect(call, cause));
    }

    private static Problem defect(Call call, Throwable failure) {
        log.error("{} failed", call.route().pattern(), failure);
        return Problem.of(ProblemKind.INTERNAL_ERROR, "the server failed; its log has the cause");
    }
}
