package dev.kindred.app;

import dev.kindred.admin.Connection;
import dev.kindred.admin.TopicAdmin;
import dev.kindred.admin.TopicReport;
import dev.kindred.config.KindredConfig;
import dev.kindred.config.scenarios.ReloadableScenarios;
import dev.kindred.config.segments.ReloadableSegments;
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
 * One running instance: makes the topics that are missing, restores the model, processes events until it is closed or
 * dies.
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

    /** What the files beside the configuration say, as of now. */
    private record Rules(Supplier<Scenarios> scenarios, Supplier<Segments> segments) {

        /** @throws org.apache.kafka.common.config.ConfigException if a configured file is wrong */
        static Rules of(KindredConfig config) {
            Supplier<Segments> segments = config.segmentsFile()
                    .map(ReloadableSegments::new)
                    .<Supplier<Segments>>map(file -> file::latest)
                    .orElse(() -> Segments.NONE);
            return new Rules(
                    ReloadableScenarios.of(
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
     * Starts an instance and returns when matrix and catalog have caught up with where their topics ended. It listens for
     * questions before that, if it is to answer any over HTTP, and tells those who ask that it is not ready.
     *
     * @throws org.apache.kafka.common.config.ConfigException if the file of the scenarios or the segments is wrong
     * @throws AppDiedException if a topic is not as it must be
     * @throws dev.kindred.http.HttpServerException if the port cannot be had, or the key for TLS cannot be read
     */
    public static KindredApp start(KindredConfig config) {
        Endpoint.check(config);
        Rules rules = Rules.of(config); // before there is anything to close
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

    /** Returns the number of partitions of the events. */
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

    /** Whether events are being processed, or will be when the group has settled. */
    public boolean isWell() {
        return streams.state().isRunningOrRebalancing();
    }

    /** Whether events are being processed. */
    public boolean isRunning() {
        return streams.state() == State.RUNNING;
    }

    /** Whether questions about the users of this instance can be answered. */
    public boolean isReady() {
        return modelIsReady && isRunning();
    }

    /** What can be asked of this instance. */
    public Queries queries() {
        return queries;
    }

    /** How this instance is. */
    public Status status() {
        return status.get();
    }

    /** Where this instance answers over HTTP; empty if it does not. */
    public Optional<URI> address() {
        return endpoint.address();
    }

    /** Whether the instance has ended, by being closed or by dying. */
    public boolean hasEnded() {
        return ended.getCount() == 0;
    }

    /**
     * Waits for the end.
     *
     * @param patience how long to wait
     * @return whether the instance has ended; false if the time is over
     * @throws AppDiedException if the instance dies
     * @throws InterruptedException if the waiting thread is interrupted
     */
    public boolean awaitEnd(Duration patience) throws InterruptedException {
        boolean over = ended.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        Optional<Throwable> death = Optional.ofNullable(cause.get());
        if (death.isPresent()) {
            throw AppDiedException.because(death.get());
        }
        return over;
    }

    /** Waits for the end, however long it takes; otherwise as {@link #awaitEnd(Duration)}. */
    public void awaitEnd() throws InterruptedException {
        boolean over = false;
        while (!over) {
            over = awaitEnd(Duration.ofMinutes(1));
        }
    }

    /** What this instance measures. */
    public KindredMetrics metrics() {
        return metrics;
    }

    /** Answers what was asked, finishes what is under way, commits, and leaves the group. */
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
