package dev.kindred.app;

import dev.kindred.config.KindredConfig;
import dev.kindred.profile.Segments;
import dev.kindred.scenario.Scenario;
import dev.kindred.serde.AvroSerdes;
import dev.kindred.serde.SerdeSettings;
import dev.kindred.text.LuceneTokenizer;
import dev.kindred.topology.DeadLetters;
import dev.kindred.topology.Placement;
import dev.kindred.topology.ProfilePublishing;
import dev.kindred.topology.RecommenderTopology;
import dev.kindred.topology.ScenarioSettings;
import dev.kindred.topology.StreamObserver;
import dev.kindred.topology.TopologySettings;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.streams.Topology;

/** The stream that a configuration asks for. */
public final class Topologies {

    private Topologies() {}

    /**
     * The stream, not yet running, and observed by nobody.
     *
     * @param partitions of the events topic
     */
    public static Topology of(KindredConfig config, int partitions) {
        return recommender(config, partitions, List::of, () -> Segments.NONE, StreamObserver.NONE)
                .get();
    }

    /**
     * The stream, not yet running.
     *
     * @param partitions of the events topic
     * @param published the scenarios whose lists are published, as of now
     * @param segments that published profiles tell, as of now
     * @param observer is told what becomes of events
     */
    static RecommenderTopology recommender(
            KindredConfig config,
            int partitions,
            Supplier<List<Scenario>> published,
            Supplier<Segments> segments,
            StreamObserver observer) {
        return new RecommenderTopology(settings(config, partitions, published, segments), serdes(config), observer);
    }

    /** The serializers and deserializers of a configuration. */
    public static AvroSerdes serdes(KindredConfig config) {
        return new AvroSerdes(
                new SerdeSettings(config.serializerClass(), config.deserializerClass(), config.serdeProperties()));
    }

    private static TopologySettings settings(
            KindredConfig config, int partitions, Supplier<List<Scenario>> published, Supplier<Segments> segments) {
        return new TopologySettings(
                config.topics(),
                new Placement(partitions),
                config.intakeSettings(),
                new DeadLetters(config.deadLetterMaxBytes()),
                config.vectorSettings(),
                config.matrixSettings(),
                config.similaritySettings(),
                config.recommendSettings(),
                new ScenarioSettings(
                        config.similarItemsSettings(),
                        config.contentSettings(),
                        config.recentDecay(),
                        new LuceneTokenizer(config.language()),
                        published),
                new ProfilePublishing(config.profilePublishIntervalMs(), config.profileSettings(), segments),
                config.similarItemsPublishing(),
                config.stateSettings());
    }
}
