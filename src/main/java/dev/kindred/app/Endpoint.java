package dev.kindred.app;

import dev.kindred.config.KindredConfig;
import dev.kindred.feed.FailFast;
import dev.kindred.feed.FeedTopic;
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
import dev.kindred.metrics.KindredMetrics;
import dev.kindred.model.Interaction;
import dev.kindred.model.Item;
import dev.kindred.model.ItemChange;
import dev.kindred.model.Merge;
import dev.kindred.model.UserAttributes;
import dev.kindred.model.UserChange;
import dev.kindred.query.Directory;
import dev.kindred.query.HostAddress;
import dev.kindred.query.Queries;
import dev.kindred.query.Status;
import dev.kindred.scenario.Scenarios;
import dev.kindred.serde.AvroSerdes;
import java.net.URI;
import java.time.Clock;
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
    private final KafkaSink<Interaction, Interaction> events;
    private final KafkaSink<ItemChange, Item> items;
    private final KafkaSink<Merge, Merge> merges;
    private final KafkaSink<UserChange, UserAttributes> users;

    private Endpoint(KindredConfig config, Optional<HttpServer> server) {
        this.config = config;
        this.server = server;
        AvroSerdes serdes = Topologies.serdes(config);
        this.events = new KafkaSink<>(
                config.feedSettings(), FeedTopic.events(config.topics().events(), serdes));
        this.items = new KafkaSink<>(
                config.feedSettings(), FeedTopic.items(config.topics().items(), serdes));
        this.merges = new KafkaSink<>(
                config.feedSettings(), FeedTopic.merges(config.topics().merges(), serdes));
        this.users = new KafkaSink<>(
                config.feedSettings(), FeedTopic.users(config.topics().users(), serdes));
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
                Intake.ofEvents(settings, new FailFast<>("events", events), metrics.eventIntake(), clock),
                Intake.ofItems(settings, new FailFast<>("items", items), metrics.itemIntake(), clock),
                Intake.ofMerges(settings, new FailFast<>("merges", merges), metrics.mergeIntake(), clock),
                Intake.ofUsers(settings, new FailFast<>("users", users), metrics.userIntake(), clock));
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
        try (events;
                items;
                merges;
                users) {
            server.ifPresent(HttpServer::close);
        }
    }
}
