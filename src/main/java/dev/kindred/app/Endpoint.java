package dev.kindred.app;

import dev.kindred.config.KindredConfig;
import dev.kindred.http.Filter;
import dev.kindred.http.HttpServer;
import dev.kindred.http.HttpSettings;
import dev.kindred.http.Reply;
import dev.kindred.http.api.Api;
import dev.kindred.http.api.ApiSettings;
import dev.kindred.metrics.KindredMetrics;
import dev.kindred.query.Queries;
import dev.kindred.query.Status;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where an instance answers over HTTP, if its configuration says so. */
final class Endpoint implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Endpoint.class);

    private final KindredConfig config;
    private final Queries queries;
    private final Supplier<Status> status;
    private final KindredMetrics metrics;
    private final AtomicReference<@Nullable HttpServer> server = new AtomicReference<>();

    Endpoint(KindredConfig config, Queries queries, Supplier<Status> status, KindredMetrics metrics) {
        this.config = config;
        this.queries = queries;
        this.status = status;
        this.metrics = metrics;
    }

    /** @throws dev.kindred.http.HttpServerException if the port cannot be had */
    void open() {
        if (config.httpEnabled()) {
            HttpSettings settings = config.httpSettings();
            Api api = new Api(queries, status, this::figures, apiSettings(), Clock.systemUTC());
            HttpServer opened = HttpServer.start(settings, api.router(filters(api), settings.maxBodyBytes()));
            server.set(opened);
            log.info("Listening on {}", opened.address());
        }
    }

    private ApiSettings apiSettings() {
        String version = Objects.requireNonNullElse(
                Endpoint.class.getPackage().getImplementationVersion(), "(unpackaged build)");
        return new ApiSettings(config.recommendSettings(), config.intakeSettings(), version);
    }

    private Reply figures() {
        return Reply.text(KindredMetrics.MEDIA_TYPE, metrics.scrape());
    }

    /** What all calls go through, the first is the outermost. */
    private List<Filter> filters(Api api) {
        return List.of(new MeasuredCalls(metrics, api.routes()));
    }

    Optional<URI> address() {
        return Optional.ofNullable(server.get()).map(HttpServer::address);
    }

    @Override
    public void close() {
        Optional.ofNullable(server.getAndSet(null)).ifPresent(HttpServer::close);
    }
}
