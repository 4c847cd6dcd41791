package dev.kindred.http.api;

import dev.kindred.http.Problem;
import dev.kindred.http.ProblemException;
import dev.kindred.http.ProblemKind;
import dev.kindred.http.Reply;
import dev.kindred.http.Route;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

/** What supervisors and load balancers ask. */
final class HealthRoutes {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final BooleanSupplier isReady;

    HealthRoutes(BooleanSupplier isReady) {
        this.isReady = isReady;
    }

    /** The state of the process in one word. */
    record HealthAnswer(String status) {}

    List<Route> all() {
        return List.of(
                Route.get(
                        "/health/live",
                        "Whether the process answers.",
                        List.of(),
                        HealthAnswer.class,
                        List.of(),
                        arguments -> Reply.json(new HealthAnswer("live"))),
                Route.get(
                        "/health/ready",
                        "Whether this instance can answer questions about its users.",
                        List.of(),
                        HealthAnswer.class,
                        List.of(ProblemKind.NOT_READY),
                        arguments -> ready()));
    }

    private Reply ready() {
        if (!isReady.getAsBoolean()) {
            throw new ProblemException(
                    Problem.of(ProblemKind.NOT_READY, "state is being restored, or is moving between instances")
                            .retryAfter(PAUSE));
        }
        return Reply.json(new HealthAnswer("ready"));
    }
}
