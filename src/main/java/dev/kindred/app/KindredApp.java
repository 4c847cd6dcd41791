package dev.kindred.app;

import dev.kindred.admin.AccessCheck;
import dev.kindred.config.KindredConfig;
import dev.kindred.experiment.ExperimentReport;
import dev.kindred.health.Watch;
import dev.kindred.health.WatchSettings;
import dev.kindred.metrics.KindredMetrics;
import dev.kindred.metrics.MatrixLag;
import dev.kindred.metrics.VariantFigures;
import dev.kindred.profile.Profiler;
import dev.kindred.query.Directory;
import dev.kindred.query.Health;
import dev.kindred.query.HostAddress;
import dev.kindred.query.LiveQueries;
import dev.kindred.query.Queries;
import dev.kindred.query.Status;
import dev.kindred.query.StoredVectors;
import dev.kindred.query.StreamDirectory;
import dev.kindred.query.StreamStatus;
import dev.kindred.recommend.LearnedList;
import dev.kindred.recommend.ShopModel;
import dev.kindred.scenario.Scenarios;
import dev.kindred.state.HeapTooSmallException;
import dev.kindred.state.ModelRestore;
import dev.kindred.topology.Placement;
import dev.kindred.topology.RecommenderTopology;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.State;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One running instance: creates missing topics, restores the model, and processes events until it is closed or fails.
 */
public final class KindredApp implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(KindredApp.class);
    private static final Duration LEAST_CLOSE_TIMEOUT = Duration.ofSeconds(1);

    private final KafkaStreams streams;
    private final Duration shutdownTimeout;
    private final KindredMetrics metrics;
    private final StoreRecovery recovery;
    private final Watch watch;
    private final Readiness readiness;
    private final LiveQueries queries;
    private final StoredVectors vectors;
    private final Directory directory;
    private final Supplier<Status> status;
    private final Supplier<Scenarios> scenarios;
    private final Endpoint endpoint;
    private final Insight insight;
    private final AccessCheck access;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final AtomicReference<@Nullable Throwable> cause = new AtomicReference<>();

    private KindredApp(KindredConfig config, Topologies.Cluster cluster, Rules rules, Endpoint endpoint) {
        this.shutdownTimeout = config.shutdownTimeout();
        this.recovery = new StoreRecovery(config);
        this.scenarios = rules.scenarios();
        this.endpoint = endpoint;
        this.metrics = new KindredMetrics(config.reportsAllOfKafka());
        rules.tellFallbacks(metrics::fellBack);
        this.access = StartTopics.accessCheck(config);
        RestoreProgress progress = new RestoreProgress();
        RecommenderTopology topology = Topologies.recommender(
                config,
                cluster,
                rules.scenarios(),
                rules.segments(),
                metrics.stream(),
                Optional.of(new ModelRestore(progress, config.snapshotSettings())));
        ShopModel model = topology.model();
        rules.follow(new VariantCounts(topology.outcomes()));
        Optional<HostAddress> self = endpoint.advertised();
        Properties properties = StreamsProperties.of(config, self);
        Topology stations = topology.get();
        this.streams = new KafkaStreams(stations, properties);
        FillWarning fill = new FillWarning(model.matrix());
        this.watch = new Watch(
                watchSettings(config, cluster.partitions(), stations, properties),
                streams,
                () -> {
                    rules.refresh();
                    sample();
                    fill.check();
                },
                Clock.systemUTC());
        this.readiness = new Readiness(config, streams, watch);
        Placement placement = new Placement(cluster.partitions());
        this.directory = self.<Directory>map(address ->
                        new StreamDirectory(streams, address, placement, config.topics(), config.pseudonyms()))
                .orElse(Directory.ALONE);
        this.vectors = StoredVectors.ofOwner(
                streams, placement, Topologies.readers(config, model.dictionary()), watch::isSuspect, directory::keeps);
        Profiler profiler = new Profiler(
                config.profileSettings(), model.catalog(), model.terms(), rules.segments(), Clock.systemUTC());
        this.queries = new LiveQueries(config.querySettings(), vectors, model, profiler, readiness::modelIsRead);
        MatrixLag lag = new MatrixLag(streams::metrics, config.topics().affinities());
        Supplier<List<LearnedList>> learned =
                () -> model.learned().describe(scenarios.get().learning());
        this.status = new StreamStatus(
                streams,
                config.topics(),
                model,
                lag::records,
                progress::now,
                learned,
                readiness::obstacle,
                () -> new Health(watch.brokers(), watch.lag(), watch.standbys(), rules.files(), metrics.deadLetters()));
        metrics.watch(streams, model.matrix(), lag);
        metrics.watch(model.catalog());
        metrics.watch(learned);
        this.insight = new Insight(config, streams, metrics, rules, topology.outcomes());
        metrics.watch(status, config.stateDir());
        metrics.watchVariants(this::variants);
        streams.setUncaughtExceptionHandler(this::onDeath);
        streams.setStateListener(this::onChange);
        streams.setGlobalStateRestoreListener(progress);
    }

    /** For the charts of the last hour. */
    private void sample() {
        metrics.sample(watch.lag().records());
    }

    private static WatchSettings watchSettings(
            KindredConfig config, int partitions, Topology topology, Properties properties) {
        return new WatchSettings(
                config.clientProperties(),
                config.bootstrapServers(),
                config.applicationId(),
                config.topics().events(),
                WatchSettings.inputsOf(topology),
                partitions,
                StreamsProperties.toleratedPause(properties));
    }

    /**
     * Starts an instance. It returns when matrix and catalog have read their topics to the offsets that were the end at
     * the start. If HTTP is enabled, the instance listens before that and answers that it is not ready.
     *
     * @throws org.apache.kafka.common.config.ConfigException if the scenario file, the segment file or a file of keys is
     *     invalid
     * @throws AppDiedException if a topic has the wrong configuration, or a local store cannot be used
     * @throws dev.kindred.http.HttpServerException if the port cannot be bound, or the TLS key cannot be read
     */
    public static KindredApp start(KindredConfig config) {
        Endpoint.check(config);
        Topologies.checkKeys(config);
        Rules rules = Rules.of(config); // may throw, so before anything needs closing
        Topologies.Cluster cluster = StartTopics.prepare(config);
        StoreRecovery recovery = new StoreRecovery(config);
        while (true) {
            try {
                return start(config, cluster, rules);
            } catch (RuntimeException e) {
                AppDiedException.ifCausedBy(HeapTooSmallException.class, e);
                recovery.recoverFrom(e);
            }
        }
    }

    private static KindredApp start(KindredConfig config, Topologies.Cluster cluster, Rules rules) {
        KindredApp app = bound(config, cluster, rules, Endpoint.bind(config));
        log.info("Starting {} against {}", config.applicationId(), config.bootstrapServers());
        try {
            app.start();
            return app;
        } catch (RuntimeException e) {
            app.close();
            throw e;
        }
    }

    private static KindredApp bound(KindredConfig config, Topologies.Cluster cluster, Rules rules, Endpoint endpoint) {
        try {
            return new KindredApp(config, cluster, rules, endpoint);
        } catch (RuntimeException e) {
            endpoint.close();
            throw e;
        }
    }

    private void start() {
        endpoint.open(queries, queries.from(vectors.withCopies()), directory, scenarios, status, metrics, insight);
        watch.start();
        streams.start();
        readiness.modelWasRead();
    }

    private StreamThreadExceptionResponse onDeath(Throwable exception) {
        cause.compareAndSet(null, exception);
        recovery.failureIn(exception)
                .ifPresentOrElse(
                        failure -> log.error("This instance shuts down: {}", failure.sentence()),
                        () -> log.error("A stream thread died; this instance shuts down", exception));
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }

    private void onChange(State to, State from) {
        log.info("The stream is {} (was {})", to, from);
        if (to == State.RUNNING) {
            readiness.ran();
            watch.rejoined();
        }
        if (to.hasCompletedShutdown() || to == State.PENDING_ERROR) {
            ended.countDown();
        }
    }

    /** Whether the stream processes events, or will do so after a rebalance. */
    public boolean isWell() {
        return streams.state().isRunningOrRebalancing();
    }

    /** Whether the stream processes events. */
    public boolean isRunning() {
        return streams.state() == State.RUNNING;
    }

    /** Whether the instance can answer queries about its users. */
    public boolean isReady() {
        return readiness.obstacle().isEmpty();
    }

    /** Queries to this instance. */
    public Queries queries() {
        return queries;
    }

    /** The current status of this instance. */
    public Status status() {
        return status.get();
    }

    /** The HTTP address of this instance; empty if HTTP is disabled. */
    public Optional<URI> address() {
        return endpoint.address();
    }

    /** Whether the instance has ended, after a close or a failure. */
    public boolean hasEnded() {
        return ended.getCount() == 0;
    }

    /**
     * Waits for the end.
     *
     * @param timeout the longest time to wait
     * @return whether the instance has ended; false after the timeout
     * @throws AppDiedException if the instance fails
     * @throws InterruptedException if the waiting thread is interrupted
     */
    public boolean awaitEnd(Duration timeout) throws InterruptedException {
        boolean hasEnded = ended.await(timeout.toMillis(), TimeUnit.MILLISECONDS);
        Optional<Throwable> failure = Optional.ofNullable(cause.get());
        if (failure.isPresent()) {
            throw recovery.explained(failure.get(), access.explain(failure.get()));
        }
        return hasEnded;
    }

    /** Waits for the end without a timeout; otherwise as {@link #awaitEnd(Duration)}. */
    public void awaitEnd() throws InterruptedException {
        boolean hasEnded = false;
        while (!hasEnded) {
            hasEnded = awaitEnd(Duration.ofMinutes(1));
        }
    }

    /** The report on the experiment of a scenario; empty if it has none. */
    public Optional<ExperimentReport> experiment(String scenario) {
        Scenarios known = scenarios.get();
        return known.find(scenario)
                .flatMap(found -> found.plan().variants())
                .map(variants -> known.shares().report(scenario, variants.experiment(), System.currentTimeMillis()));
    }

    private Stream<VariantFigures> variants() {
        return scenarios.get().names().stream()
                .flatMap(scenario -> experiment(scenario).stream())
                .flatMap(report -> report.variants().stream()
                        .map(variant -> new VariantFigures(
                                report.scenario(),
                                variant.name(),
                                variant.share(),
                                variant.counts().lists(),
                                variant.counts().clicks())));
    }

    /** The metrics of this instance. */
    public KindredMetrics metrics() {
        return metrics;
    }

    /** Finishes the running requests and events, commits, and leaves the consumer group, all within the set timeout. */
    @Override
    public void close() {
        long deadlineNs = System.nanoTime() + shutdownTimeout.toNanos();
        try {
            endpoint.close();
        } finally {
            watch.close();
            closeStream(Duration.ofNanos(deadlineNs - System.nanoTime()));
        }
    }

    private void closeStream(Duration left) {
        Duration timeout = left.compareTo(LEAST_CLOSE_TIMEOUT) > 0 ? left : LEAST_CLOSE_TIMEOUT;
        boolean clean = streams.close(CloseOptions.timeout(timeout)
                .withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP));
        if (!clean) {
            log.warn(
                    "The stream did not close within {} s (shutdown.timeout.ms); it will recover at the next start",
                    shutdownTimeout.toSeconds());
        }
        metrics.close();
        Optional.ofNullable(cause.get()).ifPresent(recovery::deleteBroken);
    }
}
