package dev.kindred.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Times answers by route and status. A route is a pattern, {@code GET /v1/users/{id}/profile}, never a requested path.
 * Unknown routes count as {@value #OTHER}, so that invented paths cannot fill the memory. Safe for many threads.
 */
public final class HttpMeters {

    /** The route of requests that match no known route. */
    public static final String OTHER = "other";

    private static final int MIN_STATUS = 100;
    private static final int MAX_STATUS = 599;

    private final MeterRegistry registry;
    private final Set<String> routes;
    private final Map<Answer, Timer> timers = new ConcurrentHashMap<>();

    private record Answer(String route, int status) {}

    HttpMeters(MeterRegistry registry, Set<String> routes) {
        this.registry = registry;
        this.routes = Set.copyOf(routes);
        this.routes.forEach(route -> timer(new Answer(route, 200)));
    }

    /**
     * Records one answer.
     *
     * @param route the pattern of the route that answered
     * @param status the status of the answer, in [100, 599]
     * @param elapsedNs the time from the request to the end of the answer
     * @throws IllegalArgumentException if the status is out of range
     */
    public void record(String route, int status, long elapsedNs) {
        if (status < MIN_STATUS || status > MAX_STATUS) {
            throw new IllegalArgumentException("status must be in [100, 599], got " + status);
        }
        timer(new Answer(routes.contains(route) ? route : OTHER, status)).record(elapsedNs, TimeUnit.NANOSECONDS);
    }

    private Timer timer(Answer answer) {
        return timers.computeIfAbsent(
                answer,
                a -> MeterName.HTTP_REQUESTS.timer(registry, Buckets.HTTP, a.route(), String.valueOf(a.status())));
    }
}
