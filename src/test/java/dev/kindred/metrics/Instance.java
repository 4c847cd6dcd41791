package dev.kindred.metrics;

import dev.kindred.catalog.Catalog;
import dev.kindred.http.api.Forwarded;
import dev.kindred.math.Decay;
import dev.kindred.matrix.InteractionMatrix;
import dev.kindred.matrix.MatrixSettings;
import dev.kindred.model.ItemDictionary;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;

/** All that an instance measures, around a stream that never starts: no broker is asked. */
final class Instance implements AutoCloseable {

    private static final Decay MONTH = Decay.ofHalfLife(Duration.ofDays(30));

    final KindredMetrics metrics = new KindredMetrics();
    final InteractionMatrix matrix;
    final Catalog catalog = new Catalog(new ItemDictionary());
    private final KafkaStreams streams;

    private Instance(InteractionMatrix matrix, Path stateDirectory) {
        this.matrix = matrix;
        Topology topology = new Topology().addSource("events", "events");
        streams = new KafkaStreams(topology, properties(stateDirectory));
        metrics.watch(streams, matrix, new MatrixLag(streams::metrics, "affinities"));
        metrics.watch(catalog);
        metrics.http(Set.of("GET /v1/status"));
        metrics.forwards(Forwarded.class);
    }

    static Instance withEmptyMatrix(Path stateDirectory) {
        return new Instance(
                new InteractionMatrix(new MatrixSettings(200, 1000, MONTH, MONTH), new ItemDictionary(), 1),
                stateDirectory);
    }

    private static Properties properties(Path stateDirectory) {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "localhost:1");
        properties.put(StreamsConfig.STATE_DIR_CONFIG, stateDirectory.toString());
        return properties;
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
