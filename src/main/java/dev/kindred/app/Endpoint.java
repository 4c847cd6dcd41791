package dev.kindred.app;

import dev.kindred.config.KindredConfig;
import dev.kindred.feed.FailFast;
import dev.kindred.feed.Feed;
import dev.kindred.feed.KafkaSink;
import dev.kindred.http.Filter;
import dev.kindred.http.HttpPeers;
import dev.kindred.http.HttpServer;
import dev.kindred.http.HttpSettings;
import dev.kindred.http.Reply;
import dev.kindred.http.TlsSettings;
import dev.kindred.http.api.Api;
import dev.kindred.http.api.ApiSettings;
import dev.kindred.http.api.Cluster;
import dev.kindred.http.api.Forwarded;
import dev.kindred.http.api.Intakes;
import dev.kindred.http.guard.KeyCheck;
import dev.kindred.http.guard.RateLimit;
import dev.kindred.http.guard.RequestIds;
import dev.kindred.intake.Intake;
import dev.kindred.intake.IntakeSettings;
import dev.kindred.intake.RecordKind;
import dev.kindred.intake.RecordSink;
import dev.kindred.metrics.KindredMetrics;
import dev.kindred.query.Directory;
import dev.kindred.query.HostAddress;
import dev.kindred.query.Queries;
import dev.kindred.query.Status;
import dev.kindred.scenario.Scenarios;
import dev.kindred.serde.AvroSerdes;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where an instance answers over HTTP, if its configuration says so. */
final class Endpoint implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Endpoint.class);

    private final KindredConfig config;
    private final Optional<HttpServer> server;
    private final AvroSerdes serdes;
    private final List<KafkaSink<?, ?>> sinks = new ArrayList<>();

    private Endpoint(KindredConfig config, Optional<HttpServer> server) {
        this.config = config;
        this.server = server;
        this.serdes = Topologies.serdes(config);
    }

    /**
     * Finds out early what would make {@link #bind} fail whatever the port.
     *
     * @throws dev.kindred.http.HttpServerException if the key for TLS cannot be read
     */
    static void check(KindredConfig config) {
        if (config.httpEnabled()) {
            config.httpSettings().tls().ifPresent(TlsSettings::load);
        }
    }

    /**
     * Takes the port, so that other instances can be told of it.
     *
     * @throws dev.kindred.http.HttpServerException if the port cannot be had
     */
    static Endpoint bind(KindredConfig config) {
        return new Endpoint(
                config, config.httpEnabled() ? Optional.of(HttpServer.bind(config.httpSettings())) : Optional.empty());
    }

    /** Where other instances reach this one; empty if it does not listen. */
    Optional<HostAddress> advertised() {
        return address().map(listening -> Advertised.of(config, listening));
    }

    /**
     * Begins to answer.
     *
     * @param queries from the users of this instance
     * @param copies also from its standby copies
     * @param scenarios that can be asked for, as of now
     */
    void open(
            Queries queries,
            Queries copies,
            Directory directory,
            Supplier<Scenarios> scenarios,
            Supplier<Status> status,
            KindredMetrics metrics) {
        server.ifPresent(bound -> {
            Clock clock = Clock.systemUTC();
            Api api = new Api(
                    queries,
                    cluster(copies, directory, metrics),
                    status,
                    () -> Reply.text(KindredMetrics.MEDIA_TYPE, metrics.scrape()),
                    intakes(metrics, clock),
                    apiSettings(scenarios),
                    clock);
            bound.serve(api.router(filters(api, metrics), config.httpSettings().maxBodyBytes()));
            log.info("Listening on {}", bound.address());
            warnOfKeysInTheClear(config.httpSettings());
        });
    }

    private void warnOfKeysInTheClear(HttpSettings settings) {
        boolean travel = !config.apiKeys().isEmpty() && !config.listensOnLoopback();
        if (travel && settings.tls().isEmpty()) {
            log.warn("Keys travel in the clear: set http.tls.key.store, unless something before this encrypts");
        }
    }

    private Cluster cluster(Queries copies, Directory directory, KindredMetrics metrics) {
        HttpSettings settings = config.httpSettings();
        return new Cluster(
                copies,
                directory,
                new HttpPeers(settings.tls(), config.httpForwardTimeout(), settings.threads() / 2),
                config.httpStaleReads(),
                metrics.forwards(Forwarded.class));
    }

    private Intakes intakes(KindredMetrics metrics, Clock clock) {
        IntakeSettings settings = config.intakeSettings();
        return new Intakes(
                Intake.ofEvents(settings, sink(Feed.EVENTS), metrics.intake(RecordKind.EVENTS), clock),
                Intake.ofItems(settings, sink(Feed.ITEMS), metrics.intake(RecordKind.ITEMS), clock),
                Intake.ofMerges(settings, sink(Feed.MERGES), metrics.intake(RecordKind.MERGES), clock),
                Intake.ofUsers(settings, sink(Feed.USERS), metrics.intake(RecordKind.USERS), clock));
    }

    /** A sink that lives as long as this. */
    private <T, V> RecordSink<T> sink(Feed<T, V> feed) {
        KafkaSink<T, V> sink = new KafkaSink<>(config.feedSettings(), feed.topic(config.topics(), serdes));
        sinks.add(sink);
        return new FailFast<>(feed.kind(), sink);
    }

    private ApiSettings apiSettings(Supplier<Scenarios> scenarios) {
        String version = Objects.requireNonNullElse(
                Endpoint.class.getPackage().getImplementationVersion(), "(unpackaged build)");
        return new ApiSettings(
                config.recommendSettings(),
                scenarios,
                config.intakeSettings(),
                version,
                !config.apiKeys().isEmpty());
    }

    /** What all calls go through, the first is the outermost. */
    private List<Filter> filters(Api api, KindredMetrics metrics) {
        return List.of(
                new MeasuredCalls(metrics, api.routes()),
                new RequestIds(),
                new KeyCheck(config.apiKeys()),
                new RateLimit(config.rateSettings()));
    }

    Optional<URI> address() {
        return server.map(HttpServer::address);
    }

    /** Answers what was asked, and waits until the brokers have what was sent. */
    @Override
    public void close() {
        try {
            server.ifPresent(HttpServer::close);
        } finally {
            sinks.forEach(KafkaSink::close);
        }
    }
}
