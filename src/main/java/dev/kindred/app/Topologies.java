package dev.kindred.app;

import dev.kindred.config.KindredConfig;
import dev.kindred.feedback.FeedbackSettings;
import dev.kindred.feedback.ListIds;
import dev.kindred.model.ItemDictionary;
import dev.kindred.profile.Segments;
import dev.kindred.query.StoreReaders;
import dev.kindred.scenario.Scenarios;
import dev.kindred.serde.AvroSerdes;
import dev.kindred.serde.SerdeSettings;
import dev.kindred.state.AttributesReader;
import dev.kindred.state.FatigueReader;
import dev.kindred.state.FeedbackCodec;
import dev.kindred.state.ModelRestore;
import dev.kindred.state.VectorReader;
import dev.kindred.text.LuceneTokenizer;
import dev.kindred.topology.Placement;
import dev.kindred.topology.ProfilePublishing;
import dev.kindred.topology.RecommenderTopology;
import dev.kindred.topology.StreamObserver;
import dev.kindred.topology.TopologySettings;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.streams.Topology;

/** Builds the topology of a configuration. */
public final class Topologies {

    private Topologies() {}

    /**
     * The state of the topics in a cluster.
     *
     * @param partitions the number of partitions of the events topic
     * @param formerTopics the topics of former versions that exist
     */
    record Cluster(int partitions, List<String> formerTopics) {}

    /**
     * Checks early that the keys can be read.
     *
     * @throws org.apache.kafka.common.config.ConfigException if a file of keys cannot be read
     */
    static void checkKeys(KindredConfig config) {
        Objects.requireNonNull(config.stateSettings());
        Objects.requireNonNull(config.pseudonyms());
    }

    /**
     * The topology without an observer.
     *
     * @param partitions the number of partitions of the events topic
     */
    public static Topology of(KindredConfig config, int partitions) {
        Scenarios scenarios =
                new Scenarios(List.of(config.modelSettings().recommend().defaultScenario()));
        return recommender(
                        config,
                        new Cluster(partitions, List.of()),
                        () -> scenarios,
                        () -> Segments.NONE,
                        StreamObserver.NONE,
                        Optional.empty())
                .get();
    }

    /**
     * The topology.
     *
     * @param cluster what it has of the topics
     * @param scenarios the current scenarios, with the default one
     * @param segments the current segments that published profiles contain
     * @param observer receives the outcomes of events
     * @param restore reads the topics of the model at the start
     */
    static RecommenderTopology recommender(
            KindredConfig config,
            Cluster cluster,
            Supplier<Scenarios> scenarios,
            Supplier<Segments> segments,
            StreamObserver observer,
            Optional<ModelRestore> restore) {
        return new RecommenderTopology(
                settings(config, cluster, scenarios, segments), serdes(config), observer, restore);
    }

    /** The serializers and deserializers of a configuration. */
    public static AvroSerdes serdes(KindredConfig config) {
        return new AvroSerdes(
                new SerdeSettings(config.serializerClass(), config.deserializerClass(), config.serdeProperties()));
    }

    /** The readers of the stores, for queries. */
    static StoreReaders readers(KindredConfig config, ItemDictionary items) {
        FeedbackSettings feedback = config.feedbackSettings();
        return new StoreReaders(
                new VectorReader(config.modelSettings().vector(), items),
                new AttributesReader(config.topics().users(), serdes(config).userAttributesDeserializer()),
                serdes(config).receiptDeserializer(),
                feedback.enabled() ? Optional.of(new FeedbackCodec(new ListIds(feedback.hash()))) : Optional.empty(),
                new FatigueReader(feedback, items),
                config.erasureSettings());
    }

    private static TopologySettings settings(
            KindredConfig config, Cluster cluster, Supplier<Scenarios> scenarios, Supplier<Segments> segments) {
        return new TopologySettings(
                config.topics(),
                cluster.formerTopics(),
                new Placement(cluster.partitions()),
                config.intakeSettings(),
                config.deadLetters(),
                config.modelSettings(),
                new LuceneTokenizer(config.language()),
                config.catalogOnlyKnown(),
                scenarios,
                config.refreshMinIntervalMs(),
                new ProfilePublishing(config.profilePublishIntervalMs(), config.profileSettings(), segments),
                config.similarItemsPublishing(),
                config.stateSettings(),
                config.erasureSettings(),
                config.pseudonyms(),
                config.feedbackSettings(),
                config.learningSettings());
    }
}
