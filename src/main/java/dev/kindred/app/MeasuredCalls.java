package dev.kindred.app;

import dev.kindred.http.Call;
import dev.kindred.http.Filter;
import dev.kindred.http.Handler;
import dev.kindred.http.Reply;
import dev.kindred.http.Route;
import dev.kindred.metrics.HttpMeters;
import dev.kindred.metrics.KindredMetrics;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** Times HTTP calls by route and status. */
final class MeasuredCalls implements Filter {

    private final HttpMeters meters;

    MeasuredCalls(KindredMetrics metrics, Collection<Route> routes) {
        this.meters = metrics.http(routes.stream().map(Route::pattern).collect(Collectors.toSet()));
    }

    @Override
    public CompletableFuture<Reply> filter(Call call, Handler next) {
        long startNs = System.nanoTime();
        return next.handle(call).thenApply(reply -> {
            meters.record(call.route().pattern(), reply.status(), System.nanoTime() - startNs);
            return reply;
        });
    }
}
