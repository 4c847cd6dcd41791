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
import dev.kindred.http.api.Inspection;
import dev.kindred.http.api.Intakes;
import dev.kindred.http.guard.Guard;
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
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP endpoint of an instance, if the configuration enables it. */
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
     * Checks early for errors that make {@link #bind} fail with any port.
     *
     * @throws dev.kindred.http.HttpServerException if the TLS key cannot be read
     */
    static void check(KindredConfig config) {
        if (config.httpEnabled()) {
            config.httpSettings().tls().ifPresent(TlsSettings::load);
        }
    }

    /**
     * Binds the port, so that the address can be advertised.
     *
     * @throws dev.kindred.http.HttpServerException if the port cannot be bound
     */
    static Endpoint bind(KindredConfig config) {
        return new Endpoint(
                config, config.httpEnabled() ? Optional.of(HttpServer.bind(config.httpSettings())) : Optional.empty());
    }

    /** The address for other instances; empty if HTTP is disabled. */
    Optional<HostAddress> advertised() {
        return address().map(listening -> Advertised.of(config, listening));
    }

    /**
     * Starts to answer requests.
     *
     * @param queries answers for the users of this instance
     * @param copies the same, also from standby copies
     * @param scenarios the current scenarios
     * @param inspection of this instance, for people
     */
    void open(
            Queries queries,
            Queries copies,
            Directory directory,
            Supplier<Scenarios> scenarios,
            Supplier<Status> status,
            KindredMetrics metrics,
            Inspection inspection) {
        server.ifPresent(bound -> {
            Clock clock = Clock.systemUTC();
            Api api = new Api(
                    queries,
                    cluster(copies, directory, metrics),
                    status,
                    () -> Reply.text(KindredMetrics.MEDIA_TYPE, metrics.scrape()),
                    inspection,
                    intakes(metrics, clock),
                    apiSettings(scenarios),
                    clock);
            bound.serve(api.router(
                    filters(api, metrics), config.httpSettings().bodies().maxBytes()));
            log.info("Listening on {}", bound.address());
            warnOfUnencryptedKeys(config.httpSettings());
            warnOfOldKeys();
        });
    }

    private void warnOfOldKeys() {
        if (config.apiKeys().isOld()) {
            log.warn("No key in http.keys has the scope events or explain, so keys with read may ask for reasons as"
                    + " before: add explain to the keys that need reasons, and give pages a key with events");
        }
    }

    private void warnOfUnencryptedKeys(HttpSettings settings) {
        boolean sendsKeys = !config.apiKeys().isEmpty() && !config.listensOnLoopback();
        if (sendsKeys && settings.tls().isEmpty()) {
            log.warn("Clients send keys unencrypted: set http.tls.key.store, unless a proxy in front terminates TLS");
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
                Intake.ofErasures(settings, sink(Feed.ERASURES), metrics.intake(RecordKind.ERASURES), clock),
                Intake.ofUsers(settings, sink(Feed.USERS), metrics.intake(RecordKind.USERS), clock));
    }

    /** A sink that lives as long as this. */
    private <T, V> RecordSink<T> sink(Feed<T, V> feed) {
        KafkaSink<T, V> sink =
                new KafkaSink<>(config.feedSettings(), feed.topic(config.topics(), serdes, config.pseudonyms()));
        sinks.add(sink);
        return new FailFast<>(feed.kind(), sink);
    }

    private ApiSettings apiSettings(Supplier<Scenarios> scenarios) {
        String version = Objects.requireNonNullElse(
                Endpoint.class.getPackage().getImplementationVersion(), "(unpackaged build)");
        return new ApiSettings(
                config.modelSettings().recommend(),
                scenarios,
                config.intakeSettings(),
                version,
                !config.apiKeys().isEmpty());
    }

    /** The filters of all calls; the first is the outermost. */
    private List<Filter> filters(Api api, KindredMetrics metrics) {
        List<Filter> filters = new ArrayList<>();
        filters.add(new MeasuredCalls(metrics, api.routes()));
        filters.addAll(Guard.filters(
                config.guardSettings(advertised().map(HostAddress::host).orElse("localhost"))));
        return filters;
    }

    Optional<URI> address() {
        return server.map(HttpServer::address);
    }

    /** Closes a sink in a thread of its own, because each one waits for the brokers. */
    private static CompletableFuture<Void> closing(KafkaSink<?, ?> sink) {
        return CompletableFuture.runAsync(sink::close, task -> new Thread(task, "close").start());
    }

    /** Finishes the running requests, and waits until the brokers confirm the sent records. */
    @Override
    public void close() {
        try {
            server.ifPresent(HttpServer::close);
        } finally {
            CompletableFuture.allOf(sinks.stream().map(Endpoint::closing).toArray(CompletableFuture<?>[]::new))
                    .join();
        }
    }
}
