package dev.kindred.metrics;

import dev.kindred.catalog.Catalog;
import dev.kindred.http.api.Forwarded;
import dev.kindred.math.Decay;
import dev.kindred.matrix.InteractionMatrix;
import dev.kindred.matrix.MatrixSettings;
import dev.kindred.model.ItemDictionary;
import dev.kindred.query.Health;
import dev.kindred.query.Health.PartitionLag;
import dev.kindred.query.Status;
import dev.kindred.recommend.LearnedList;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;

/** All that an instance measures, around a stream that never starts: no broker is asked. */
final class Instance implements AutoCloseable {

    private static final Decay MONTH = Decay.ofHalfLife(Duration.ofDays(30));

    final KindredMetrics metrics;
    final InteractionMatrix matrix;
    final Catalog catalog = new Catalog(new ItemDictionary());
    private final KafkaStreams streams;
    Status status = status(List.of());
    List<VariantFigures> variants = List.of(new VariantFigures("home", "control", 0.5, 10, 3));

    /** A status with the lag of some partitions. */
    static Status status(List<PartitionLag> lags) {
        return new Status(
                "RUNNING",
                Optional.empty(),
                List.of(0),
                new Status.Matrix(0, 0, 0, OptionalLong.empty()),
                0,
                List.of(new Status.Restoring("matrix", 10, 25)),
                List.of(),
                new Health(
                        new Health.Brokers(true, Instant.EPOCH),
                        new Health.Lag(Optional.of(Instant.EPOCH), lags),
                        List.of(new Health.Standby("user-vectors", 1, 12)),
                        List.of(new Health.RuleFile(
                                "scenarios",
                                Optional.empty(),
                                Instant.ofEpochSecond(100),
                                Optional.of("line 3 is wrong"))),
                        Map.of()));
    }

    private Instance(InteractionMatrix matrix, Path stateDirectory, boolean allOfKafka) {
        this.metrics = new KindredMetrics(allOfKafka);
        this.matrix = matrix;
        Topology topology = new Topology().addSource("events", "events");
        streams = new KafkaStreams(topology, properties(stateDirectory));
        metrics.watch(streams, matrix, new MatrixLag(streams::metrics, "affinities"));
        metrics.watch(catalog);
        metrics.watch(() -> status, stateDirectory);
        metrics.http(Set.of("GET /v1/status"));
        metrics.forwards(Forwarded.class);
        metrics.watchVariants(() -> variants.stream());
    }

    static Instance withEmptyMatrix(Path stateDirectory) {
        return new Instance(emptyMatrix(), stateDirectory, false);
    }

    static Instance withAllOfKafka(Path stateDirectory) {
        return new Instance(emptyMatrix(), stateDirectory, true);
    }

    private static InteractionMatrix emptyMatrix() {
        return new InteractionMatrix(new MatrixSettings(200, 1000, MONTH, MONTH), new ItemDictionary(), 1);
    }

    private static Properties properties(Path stateDirectory) {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "localhost:1");
        properties.put(StreamsConfig.STATE_DIR_CONFIG, stateDirectory.toString());
        return properties;
    }

    /** The same after a measurement of the lag. */
    Instance measured() {
        metrics.watch(() -> List.of(
                new LearnedList("home", "weights", 7, List.of(new LearnedList.Weights(1, Map.of("user-based", 0.5))))));
        status = status(List.of(new PartitionLag("events", 0, 7, Optional.of(Duration.ofMillis(1500)))));
        return this;
    }

    Scrape scrape() {
        return new Scrape(metrics.scrape());
    }

    @Override
    public void close() {
        metrics.close();
        streams.close(Duration.ofSeconds(10));
    }
}
