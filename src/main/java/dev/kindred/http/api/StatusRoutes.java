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
record StatusRoutes(Supplier<Status> status, Supplier<Reply> metrics, String version) {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** The state of the process in one word. */
    record HealthAnswer(String status) {}

    List<Route> all() {
        return List.of(
                Route.get("/v1/status", "The status of this instance.")
                        .answers(StatusAnswer.class, arguments -> Reply.json(StatusAnswer.of(version, status.get())))
                        .needs(Scope.ADMIN),
                Route.get("/health/live", "Whether the process answers.")
                        .answers(HealthAnswer.class, arguments -> Reply.json(new HealthAnswer("live")))
                        .open()
                        .unlimited()
                        .urgent(),
                Route.get("/health/ready", "Whether this instance can answer queries on its users.")
                        .answers(HealthAnswer.class, arguments -> ready())
                        .fails(ProblemKind.NOT_READY)
                        .open()
                        .unlimited()
                        .urgent(),
                Route.get("/metrics", "Metrics, in the text format of Prometheus.")
                        .does(arguments -> metrics.get())
                        .needs(Scope.ADMIN)
                        .urgent());
    }

    private Reply ready() {
        status.get().obstacle().ifPresent(obstacle -> {
            throw new ProblemException(
                    Problem.of(ProblemKind.NOT_READY, obstacle).retryAfter(PAUSE));
        });
        return Reply.json(new HealthAnswer("ready"));
    }
}
