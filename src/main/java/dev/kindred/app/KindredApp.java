package dev.kindred.app;

import dev.kindred.admin.Connection;
import dev.kindred.admin.TopicAdmin;
import dev.kindred.admin.TopicReport;
import dev.kindred.config.KindredConfig;
import dev.kindred.config.scenarios.ScenarioFile;
import dev.kindred.config.segments.SegmentFile;
import dev.kindred.metrics.KindredMetrics;
import dev.kindred.metrics.MatrixLag;
import dev.kindred.profile.Profiler;
import dev.kindred.profile.Segments;
import dev.kindred.query.Directory;
import dev.kindred.query.HostAddress;
import dev.kindred.query.LiveQueries;
import dev.kindred.query.Queries;
import dev.kindred.query.Status;
import dev.kindred.query.StoredVectors;
import dev.kindred.query.StreamDirectory;
import dev.kindred.query.StreamStatus;
import dev.kindred.recommend.ShopModel;
import dev.kindred.scenario.Scenarios;
import dev.kindred.state.AttributesReader;
import dev.kindred.state.VectorReader;
import dev.kindred.topology.Placement;
import dev.kindred.topology.RecommenderTopology;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.State;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One running instance: creates missing topics, restores the model, and processes events until it is closed or fails.
 */
public final class KindredApp implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(KindredApp.class);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(30);

    private final KafkaStreams streams;
    private final KindredMetrics metrics = new KindredMetrics();
    private final LiveQueries queries;
    private final StoredVectors vectors;
    private final Directory directory;
    private final Supplier<Status> status;
    private final Supplier<Scenarios> scenarios;
    private final Endpoint endpoint;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final AtomicReference<@Nullable Throwable> cause = new AtomicReference<>();

    private volatile boolean modelIsReady;

    /** The current content of the scenario file and the segment file. */
    private record Rules(Supplier<Scenarios> scenarios, Supplier<Segments> segments) {

        /** @throws org.apache.kafka.common.config.ConfigException if a configured file is invalid */
        static Rules of(KindredConfig config) {
            Supplier<Segments> segments =
                    config.segmentsFile().map(SegmentFile::latest).orElse(() -> Segments.NONE);
            return new Rules(
                    ScenarioFile.latest(
                            config.scenariosFile(), config.recommendSettings().defaultScenario()),
                    segments);
        }
    }

    private KindredApp(KindredConfig config, int partitions, Rules rules, Endpoint endpoint) {
        this.scenarios = rules.scenarios();
        this.endpoint = endpoint;
        RecommenderTopology topology =
                Topologies.recommender(config, partitions, rules.scenarios(), rules.segments(), metrics.stream());
        ShopModel model = topology.model();
        Optional<HostAddress> self = endpoint.advertised();
        this.streams = new KafkaStreams(topology.get(), StreamsProperties.of(config, self));
        MatrixLag lag = new MatrixLag(streams::metrics, config.topics().affinities());
        metrics.watch(streams, model.matrix(), lag);
        metrics.watch(model.catalog());
        Placement placement = new Placement(partitions);
        this.vectors = StoredVectors.ofOwner(
                streams,
                placement,
                new VectorReader(config.vectorSettings(), model.dictionary()),
                new AttributesReader(
                        config.topics().users(), Topologies.serdes(config).userAttributesDeserializer()));
        this.directory = self.<Directory>map(address -> new StreamDirectory(streams, address, placement))
                .orElse(Directory.ALONE);
        Profiler profiler = new Profiler(
                config.profileSettings(), model.catalog(), model.terms(), rules.segments(), Clock.systemUTC());
        this.queries = new LiveQueries(config.querySettings(), vectors, model, profiler, () -> modelIsReady);
        RestoreProgress progress = new RestoreProgress();
        this.status = new StreamStatus(
                streams,
                config.topics(),
                model.matrix(),
                model.dictionary(),
                model.catalog(),
                lag::records,
                this::isReady,
                progress::now);
        streams.setUncaughtExceptionHandler(this::onDeath);
        streams.setStateListener(this::onChange);
        streams.setGlobalStateRestoreListener(progress);
    }

    /**
     * Starts an instance. It returns when matrix and catalog have read their topics to the offsets that were the end at
     * the start. If HTTP is enabled, the instance listens before that and answers that it is not ready.
     *
     * @throws org.apache.kafka.common.config.ConfigException if the scenario file or the segment file is invalid
     * @throws AppDiedException if a topic has the wrong configuration
     * @throws dev.kindred.http.HttpServerException if the port cannot be bound, or the TLS key cannot be read
     */
    public static KindredApp start(KindredConfig config) {
        Endpoint.check(config);
        Rules rules = Rules.of(config); // may throw, so before anything needs closing
        int partitions = prepareTopics(config);
        KindredApp app = bound(config, partitions, rules, Endpoint.bind(config));
        log.info("Starting {} against {}", config.applicationId(), config.bootstrapServers());
        try {
            app.start();
            return app;
        } catch (RuntimeException e) {
            app.close();
            throw e;
        }
    }

    private static KindredApp bound(KindredConfig config, int partitions, Rules rules, Endpoint endpoint) {
        try {
            return new KindredApp(config, partitions, rules, endpoint);
        } catch (RuntimeException e) {
            endpoint.close();
            throw e;
        }
    }

    private void start() {
        endpoint.open(queries, queries.from(vectors.withCopies()), directory, scenarios, status, metrics);
        streams.start();
        modelIsReady = true;
    }

    /** Returns the number of partitions of the events topic. */
    private static int prepareTopics(KindredConfig config) {
        try (Admin admin = Connection.open(config.clientProperties())) {
            TopicAdmin topics = new TopicAdmin(admin, config.topics(), config.topicSettings());
            TopicReport report = topics.createMissing();
            if (!report.created().isEmpty()) {
                log.info("Created the topics {}", report.created());
            }
            if (!report.isReady()) {
                throw new AppDiedException(String.join("; ", report.differences()));
            }
            return topics.partitionsOf(config.topics().events());
        }
    }

    private StreamThreadExceptionResponse onDeath(Throwable exception) {
        cause.compareAndSet(null, exception);
        log.error("A stream thread died; this instance shuts down", exception);
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }

    private void onChange(State to, State from) {
        log.info("The stream is {} (was {})", to, from);
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
        return modelIsReady && isRunning();
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
            throw AppDiedException.because(failure.get());
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

    /** The metrics of this instance. */
    public KindredMetrics metrics() {
        return metrics;
    }

    /** Finishes the running requests and events, commits, and leaves the consumer group. */
    @Override
    public void close() {
        try {
            endpoint.close();
        } finally {
            closeStream();
        }
    }

    private void closeStream() {
        boolean clean = streams.close(CloseOptions.timeout(CLOSE_TIMEOUT)
                .withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP));
        if (!clean) {
            log.warn(
                    "The stream did not close within {} s; it will recover at the next start",
                    CLOSE_TIMEOUT.toSeconds());
        }
        metrics.close();
    }
}
