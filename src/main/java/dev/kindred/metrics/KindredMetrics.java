package dev.kindred.metrics;

import dev.kindred.catalog.Catalog;
import dev.kindred.intake.IntakeObserver;
import dev.kindred.intake.IntakeResult;
import dev.kindred.intake.RecordKind;
import dev.kindred.matrix.InteractionMatrix;
import dev.kindred.topology.StreamObserver;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.streams.KafkaStreams;

/** All metrics of one instance: {@link MeterName}, those of the JVM, of Kafka Streams and of its clients. */
public final class KindredMetrics implements AutoCloseable {

    /** The media type of {@link #scrape()}. */
    public static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmMeters jvm = new JvmMeters(registry);
    private final StreamMeters stream = new StreamMeters(registry);
    private final Map<RecordKind, EnumCounters<IntakeResult>> intakes = new EnumMap<>(RecordKind.class);
    private final List<KafkaStreamsMetrics> watched = new ArrayList<>();

    /** Metrics at zero. */
    public KindredMetrics() {
        for (RecordKind kind : RecordKind.values()) {
            intakes.put(kind, new EnumCounters<>(registry, MeterName.ofIntake(kind), IntakeResult.class));
        }
    }

    /** Counts what becomes of events; for the topology. */
    public StreamObserver stream() {
        return stream;
    }

    /** Counts what becomes of records of a kind that come over HTTP. */
    public IntakeObserver intake(RecordKind kind) {
        return Objects.requireNonNull(intakes.get(kind), "every kind has counters")::count;
    }

    /**
     * Times answers.
     *
     * @param routes all patterns of the server
     */
    public HttpMeters http(Set<String> routes) {
        return new HttpMeters(registry, routes);
    }

    /**
     * Counts what became of questions on users of other instances; one counter for each outcome.
     *
     * @param outcomes all there are
     */
    public <E extends Enum<E>> Consumer<E> forwards(Class<E> outcomes) {
        return new EnumCounters<>(registry, MeterName.HTTP_FORWARDS, outcomes)::count;
    }

    /**
     * Begins to watch a stream and the matrix that it fills. What Kafka adds later, such as the metrics of a task, shows
     * after at most a minute.
     *
     * @param lag of the matrix
     */
    public void watch(KafkaStreams streams, InteractionMatrix matrix, MatrixLag lag) {
        KafkaStreamsMetrics clients = new KafkaStreamsMetrics(streams);
        clients.bindTo(registry);
        watched.add(clients);
        MeterName.MATRIX_LAG.gauge(registry, lag, MatrixLag::gauge);
        MatrixMeters.bind(registry, matrix);
    }

    /** Begins to watch a catalog. */
    public void watch(Catalog catalog) {
        MeterName.CATALOG_ITEMS.gauge(registry, catalog, Catalog::size);
    }

    /** All figures as of now, as text of {@link #MEDIA_TYPE}. */
    public String scrape() {
        return registry.scrape();
    }

    /** Watches no more; the last figures stay readable. */
    @Override
    public void close() {
        watched.forEach(KafkaStreamsMetrics::close);
        jvm.close();
    }
}
