package dev.kindred.metrics;

import dev.kindred.catalog.Catalog;
import dev.kindred.intake.IntakeObserver;
import dev.kindred.intake.IntakeResult;
import dev.kindred.intake.RecordKind;
import dev.kindred.matrix.InteractionMatrix;
import dev.kindred.query.LiveSample;
import dev.kindred.query.Status;
import dev.kindred.ranking.RankerFallback;
import dev.kindred.recommend.LearnedList;
import dev.kindred.topology.StreamObserver;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import io.micrometer.core.instrument.binder.system.DiskSpaceMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.streams.KafkaStreams;

/** All metrics of one instance: {@link MeterName}, the JVM, Kafka Streams and its clients. */
public final class KindredMetrics implements AutoCloseable {

    /** The media type of {@link #scrape()}. */
    public static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmMeters jvm;
    private final EnumCounters<RankerFallback> fallbacks;
    private final StreamMeters stream;
    private final Map<RecordKind, EnumCounters<IntakeResult>> intakes = new EnumMap<>(RecordKind.class);
    private final List<KafkaStreamsMetrics> watched = new ArrayList<>();
    private final List<HealthMeters> health = new CopyOnWriteArrayList<>();
    private final List<ExperimentMeters> experiments = new CopyOnWriteArrayList<>();
    private final List<LearnedMeters> learned = new CopyOnWriteArrayList<>();
    private final History history;

    /** Metrics at zero, with the essential ones of Kafka's clients. */
    public KindredMetrics() {
        this(false);
    }

    /**
     * Metrics at zero.
     *
     * @param allOfKafka whether all metrics of Kafka's clients are reported, instead of the essential ones
     */
    public KindredMetrics(boolean allOfKafka) {
        if (!allOfKafka) {
            registry.config().meterFilter(new EssentialKafka());
        }
        jvm = new JvmMeters(registry);
        stream = new StreamMeters(registry);
        fallbacks = new EnumCounters<>(registry, MeterName.RANKER_FALLBACKS, RankerFallback.class);
        for (RecordKind kind : RecordKind.values()) {
            intakes.put(kind, new EnumCounters<>(registry, MeterName.ofIntake(kind), IntakeResult.class));
        }
        history = new History(registry, System::currentTimeMillis);
    }

    /** Counts the outcomes of events; for the topology. */
    public StreamObserver stream() {
        return stream;
    }

    /** Counts a list that kept the order of its blend. */
    public void fellBack(RankerFallback reason) {
        fallbacks.count(reason);
    }

    /** Counts the results of one kind of records received over HTTP. */
    public IntakeObserver intake(RecordKind kind) {
        return Objects.requireNonNull(intakes.get(kind), "every kind has counters")::count;
    }

    /**
     * Times answers.
     *
     * @param routes the patterns of all routes
     */
    public HttpMeters http(Set<String> routes) {
        return new HttpMeters(registry, routes);
    }

    /**
     * Counts the outcomes of requests that belong to users of other instances; one counter for each outcome.
     *
     * @param outcomes the type of the outcomes
     */
    public <E extends Enum<E>> Consumer<E> forwards(Class<E> outcomes) {
        return new EnumCounters<>(registry, MeterName.HTTP_FORWARDS, outcomes)::count;
    }

    /**
     * Adds the metrics of a stream and of its matrix. Metrics that Kafka adds later, such as those of a task, appear
     * within a minute.
     *
     * @param lag the lag of the matrix
     */
    public void watch(KafkaStreams streams, InteractionMatrix matrix, MatrixLag lag) {
        KafkaStreamsMetrics clients = new KafkaStreamsMetrics(streams);
        clients.bindTo(registry);
        watched.add(clients);
        MeterName.MATRIX_LAG.gauge(registry, lag, MatrixLag::gauge);
        MatrixMeters.bind(registry, matrix);
    }

    /** Adds the metrics of a catalog. */
    public void watch(Catalog catalog) {
        MeterName.CATALOG_ITEMS.gauge(registry, catalog, Catalog::size);
    }

    /**
     * Adds the status of an instance.
     *
     * @param stateDirectory whose disk is measured
     */
    public void watch(Supplier<Status> status, Path stateDirectory) {
        health.add(new HealthMeters(registry, status));
        new DiskSpaceMetrics(stateDirectory.toFile()).bindTo(registry);
    }

    /**
     * Adds the variants of experiments.
     *
     * @param variants those of now; read at every scrape
     */
    public void watchVariants(Supplier<Stream<VariantFigures>> variants) {
        experiments.add(new ExperimentMeters(registry, variants));
    }

    /** Adds what lists have learned. */
    public void watch(Supplier<List<LearnedList>> lists) {
        learned.add(new LearnedMeters(registry, lists));
    }

    /** The number of rejected records by reason, without those that are zero. */
    public Map<String, Long> deadLetters() {
        return stream.rejected();
    }

    /**
     * Adds a sample to the history of the last hour; call it every few seconds.
     *
     * @param waiting records of the inputs that wait
     */
    public void sample(long waiting) {
        history.sample(waiting);
    }

    /** The samples of the last hour after a time in epoch milliseconds, oldest first. */
    public List<LiveSample> samplesAfter(long timeMs) {
        return history.after(timeMs);
    }

    /** The current values of all metrics, as text of {@link #MEDIA_TYPE}. */
    public String scrape() {
        health.forEach(HealthMeters::update);
        experiments.forEach(ExperimentMeters::update);
        learned.forEach(LearnedMeters::update);
        return registry.scrape();
    }

    /** Stops the updates; the last values stay readable. */
    @Override
    public void close() {
        watched.forEach(KafkaStreamsMetrics::close);
        jvm.close();
    }
}
