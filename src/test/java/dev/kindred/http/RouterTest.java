package dev.kindred.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RouterTest {

    private static final Parameter<Integer> K = Parameter.integer("k", "How many.", 1, 9, 3);

    private final List<String> seen = new ArrayList<>();

    private Router router(Filter... filters) {
        Route route = Route.get("/count", "Counts.").takes(K).does(arguments -> {
            Reply reply = Reply.json(arguments.get(K));
            seen.add("route");
            return reply;
        });
        return new Router(List.of(route), List.of(filters), failure -> Optional.empty(), 100);
    }

    private Filter noting(String name) {
        return (call, next) -> {
            seen.add(name + " before " + call.route().path());
            return next.handle(call).thenApply(reply -> {
                seen.add(name + " after " + reply.status());
                return reply;
            });
        };
    }

    private static Request get(String path, String k) {
        return TestRequest.get(path).asking("k", k);
    }

    @Test
    void sendsCallsThroughFiltersTheFirstOutermost() {
        Reply reply = router(noting("outer"), noting("inner"))
                .handle(get("/count", "5"))
                .join();

        assertThat(reply.body()).asString().isEqualTo("5");
        assertThat(seen)
                .containsExactly(
                        "outer before /count", "inner before /count", "route", "inner after 200", "outer after 200");
    }

    @Test
    void letsFiltersRefuse() {
        Filter refusing = (call, next) -> {
            throw new ProblemException(Problem.of(ProblemKind.BUSY, "not now"));
        };

        Reply reply =
                router(noting("outer"), refusing).handle(get("/count", "5")).join();

        assertThat(reply.status()).isEqualTo(503);
        assertThat(seen).containsExactly("outer before /count", "outer after 503");
    }

    @Test
    void passesFailuresThroughFilters() {
        router(noting("only")).handle(get("/count", "0")).join();
        router(noting("only")).handle(get("/nowhere", "0")).join();
        router(noting("only")).handle(TestRequest.of("PUT", "/count")).join();

        assertThat(seen)
                .containsExactly(
                        "only before /count",
                        "only after 400",
                        "only before ",
                        "only after 404",
                        "only before ",
                        "only after 405");
    }

    @Test
    void answersWithAProblemWhereARouteHasADefect() {
        Route broken = Route.get("/broken", "Fails.").does(arguments -> {
            throw new IllegalStateException("a secret");
        });
        Router router = new Router(List.of(broken), List.of(), failure -> Optional.empty(), 100);

        Reply reply = router.handle(TestRequest.get("/broken")).join();

        assertThat(reply.status()).isEqualTo(500);
        assertThat(reply.body()).asString().doesNotContain("a secret");
    }
}
