package dev.kindred.http.api;

import dev.kindred.http.Problem;
import dev.kindred.http.ProblemException;
import dev.kindred.http.ProblemKind;
import dev.kindred.http.Reply;
import dev.kindred.http.Route;
import dev.kindred.http.Scope;
import dev.kindred.query.Status;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** Routes for operators, supervisors and load balancers. */
final class StatusRoutes {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Supplier<Status> status;
    private final Supplier<Reply> metrics;
    private final String version;

    StatusRoutes(Supplier<Status> status, Supplier<Reply> metrics, String version) {
        this.status = status;
        this.metrics = metrics;
        this.version = version;
    }

    /** The state of the process in one word. */
    record HealthAnswer(String status) {}

    List<Route> all() {
        return List.of(
                Route.get(
                                "/v1/status",
                                "The status of this instance.",
                                List.of(),
                                StatusAnswer.class,
                                List.of(),
                                arguments -> Reply.json(StatusAnswer.of(version, status.get())))
                        .needs(Scope.ADMIN),
                Route.get(
                                "/health/live",
                                "Whether the process answers.",
                                List.of(),
                                HealthAnswer.class,
                                List.of(),
                                arguments -> Reply.json(new HealthAnswer("live")))
                        .open()
                        .unlimited(),
                Route.get(
                                "/health/ready",
                                "Whether this instance can answer queries on its users.",
                                List.of(),
                                HealthAnswer.class,
                                List.of(ProblemKind.NOT_READY),
                                arguments -> ready())
                        .open()
                        .unlimited(),
                Route.get(
                                "/metrics",
                                "Metrics, in the text format of Prometheus.",
                                List.of(),
                                Void.class,
                                List.of(),
                                arguments -> metrics.get())
                        .needs(Scope.ADMIN));
    }

    private Reply ready() {
        if (!status.get().ready()) {
            throw new ProblemException(
                    Problem.of(ProblemKind.NOT_READY, "state is being restored, or is moving between instances")
                            .retryAfter(PAUSE));
        }
        return Reply.json(new HealthAnswer("ready"));
    }
}
