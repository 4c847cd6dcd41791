package dev.kindred.topology;

import dev.kindred.catalog.Catalog;
import dev.kindred.content.ContentSettings;
import dev.kindred.content.FieldWeights;
import dev.kindred.expression.ItemFilter;
import dev.kindred.feedback.FeedbackSettings;
import dev.kindred.intake.IntakeSettings;
import dev.kindred.math.Decay;
import dev.kindred.matrix.MatrixBounds;
import dev.kindred.matrix.MatrixSettings;
import dev.kindred.model.Affinity;
import dev.kindred.model.CellKey;
import dev.kindred.model.ErasureReceipt;
import dev.kindred.model.ErasureRequest;
import dev.kindred.model.Interaction;
import dev.kindred.model.Item;
import dev.kindred.model.KeyedHash;
import dev.kindred.model.Merge;
import dev.kindred.model.Pseudonyms;
import dev.kindred.model.Recommendations;
import dev.kindred.model.SimilarItemLists;
import dev.kindred.model.Strategy;
import dev.kindred.model.UserAttributes;
import dev.kindred.profile.ProfileFilter;
import dev.kindred.profile.ProfileSettings;
import dev.kindred.profile.PublishedProfile;
import dev.kindred.profile.Segment;
import dev.kindred.profile.Segments;
import dev.kindred.recommend.LearningSettings;
import dev.kindred.recommend.ModelSettings;
import dev.kindred.recommend.RecommendSettings;
import dev.kindred.scenario.DiversitySettings;
import dev.kindred.scenario.Excludes;
import dev.kindred.scenario.Scenario;
import dev.kindred.scenario.Scenarios;
import dev.kindred.serde.AvroSerdes;
import dev.kindred.serde.CellKeySerde;
import dev.kindred.serde.SerdeSettings;
import dev.kindred.similarity.SimilarItemsSettings;
import dev.kindred.similarity.SimilaritySettings;
import dev.kindred.state.StateSettings;
import dev.kindred.state.UndecodableRecords;
import dev.kindred.vector.TypeWeights;
import dev.kindred.vector.VectorSettings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/** The whole stream on a test driver, with bundled schemas. */
final class TestStream implements AutoCloseable {

    static final Topics TOPICS = new Topics("");
    static final AvroSerdes SERDES = new AvroSerdes(SerdeSettings.bundled());

    static final KeyedHash HASH = KeyedHash.withSecret("a secret of the tests");
    private static final SimilarItemsPublishing NOT_PUBLISHED = new SimilarItemsPublishing(0, 20);
    private static final RecommendSettings LISTS =
            new RecommendSettings(20, Excludes.of(List.of("current", "purchased")), 3);
    private static final Decay MONTH = Decay.ofHalfLife(Duration.ofDays(30));

    final TopologyTestDriver driver;
    final TestInputTopic<byte[], byte[]> rawEvents;
    final TestInputTopic<String, Interaction> events;
    final TestInputTopic<String, Merge> merges;
    final TestInputTopic<String, ErasureRequest> erasures;
    final TestOutputTopic<String, ErasureReceipt> receipts;
    final TestInputTopic<byte[], byte[]> rawMerges;
    final TestInputTopic<byte[], byte[]> rawControl;
    final TestInputTopic<String, Item> items;
    final TestInputTopic<String, byte[]> rawItems;
    final TestInputTopic<String, UserAttributes> users;
    final TestInputTopic<String, byte[]> rawUsers;
    final Catalog catalog;
    final TestOutputTopic<CellKey, Affinity> affinities;
    final TestOutputTopic<String, Recommendations> recommendations;
    final TestOutputTopic<String, PublishedProfile> profiles;
    final TestOutputTopic<String, SimilarItemLists> similarItems;
    final TestOutputTopic<byte[], byte[]> deadLetters;

    TestStream() {
        this(settings(64, 0, 100));
    }

    TestStream(TopologySettings settings) {
        this(settings, StreamObserver.NONE);
    }

    TestStream(TopologySettings settings, StreamObserver observer) {
        RecommenderTopology topology = new RecommenderTopology(settings, SERDES, observer);
        catalog = topology.model().catalog();
        driver = new TopologyTestDriver(topology.get(), properties());
        rawEvents = driver.createInputTopic(TOPICS.events(), new ByteArraySerializer(), new ByteArraySerializer());
        events = driver.createInputTopic(TOPICS.events(), new StringSerializer(), SERDES.interactionSerializer());
        merges = driver.createInputTopic(TOPICS.merges(), new StringSerializer(), SERDES.mergeSerializer());
        erasures = driver.createInputTopic(TOPICS.erasures(), new StringSerializer(), SERDES.erasureSerializer());
        receipts = driver.createOutputTopic(
                TOPICS.erasureReceipts(), new StringDeserializer(), SERDES.receiptDeserializer());
        rawMerges = driver.createInputTopic(TOPICS.merges(), new ByteArraySerializer(), new ByteArraySerializer());
        rawControl = driver.createInputTopic(TOPICS.control(), new ByteArraySerializer(), new ByteArraySerializer());
        items = driver.createInputTopic(TOPICS.items(), new StringSerializer(), SERDES.itemSerializer());
        rawItems = driver.createInputTopic(TOPICS.items(), new StringSerializer(), new ByteArraySerializer());
        users = driver.createInputTopic(TOPICS.users(), new StringSerializer(), SERDES.userAttributesSerializer());
        rawUsers = driver.createInputTopic(TOPICS.users(), new StringSerializer(), new ByteArraySerializer());
        affinities = driver.createOutputTopic(
                TOPICS.affinities(), new CellKeySerde().deserializer(), SERDES.affinityDeserializer());
        recommendations = driver.createOutputTopic(
                TOPICS.recommendations(), new StringDeserializer(), SERDES.recommendationsDeserializer());
        profiles =
                driver.createOutputTopic(TOPICS.userProfiles(), new StringDeserializer(), SERDES.profileDeserializer());
        similarItems = driver.createOutputTopic(
                TOPICS.similarItems(), new StringDeserializer(), SERDES.similarItemsDeserializer());
        deadLetters = driver.createOutputTopic(
                TOPICS.deadLetters(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private static Properties properties() {
        Properties properties = new Properties();
        properties.put(
                StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, UndecodableRecords.class.getName());
        return properties;
    }

    static TopologySettings settings(int rememberedEvents, long minIntervalMs, int maxItems) {
        return settings(new Placement(1), rememberedEvents, minIntervalMs, maxItems, List.of(), 0, NOT_PUBLISHED);
    }

    /** One that knows users by pseudonym. */
    static TopologySettings masking(TopologySettings now, Pseudonyms pseudonyms) {
        return with(
                now,
                now.formerTopics(),
                new DeadLetters(1000, false),
                now.model(),
                now.state(),
                now.erasures(),
                pseudonyms,
                now.feedback());
    }

    /** One whose stores are kept so. */
    static TopologySettings keeping(StateSettings state) {
        TopologySettings now = settings(64, 0, 100);
        return with(
                now,
                now.formerTopics(),
                now.deadLetters(),
                now.model(),
                state,
                now.erasures(),
                now.pseudonyms(),
                now.feedback());
    }

    /** One whose scenarios learn. */
    static TopologySettings learning(LearningSettings learning, Scenario... published) {
        TopologySettings now = settings(new Placement(1), 64, 0, 100, List.of(published), 0, NOT_PUBLISHED);
        return new TopologySettings(
                now.topics(),
                now.formerTopics(),
                now.placement(),
                now.intake(),
                now.deadLetters(),
                now.model(),
                now.tokenizer(),
                now.onlyKnownItems(),
                now.scenarios(),
                now.minIntervalMs(),
                now.profiles(),
                now.publishing(),
                now.state(),
                now.erasures(),
                now.pseudonyms(),
                now.feedback(),
                learning);
    }

    /** One that counts the outcomes of lists. */
    static TopologySettings counting(FeedbackSettings feedback) {
        TopologySettings now = settings(64, 0, 100);
        return with(
                now,
                now.formerTopics(),
                now.deadLetters(),
                now.model(),
                now.state(),
                now.erasures(),
                now.pseudonyms(),
                feedback);
    }

    /** One that erases by these settings. */
    static TopologySettings erasing(ErasureSettings erasures) {
        TopologySettings now = settings(64, 0, 100);
        return with(
                now,
                now.formerTopics(),
                now.deadLetters(),
                now.model(),
                now.state(),
                erasures,
                now.pseudonyms(),
                now.feedback());
    }

    /** One that bounds its matrix. */
    static TopologySettings bounded(MatrixBounds bounds) {
        TopologySettings now = settings(64, 0, 100);
        ModelSettings model = now.model();
        return with(
                now,
                now.formerTopics(),
                now.deadLetters(),
                new ModelSettings(
                        model.vector(),
                        new MatrixSettings(200, 1000, MONTH, MONTH, MONTH, bounds),
                        model.similarity(),
                        model.similarItems(),
                        model.recommend(),
                        model.content(),
                        model.recent()),
                now.state(),
                now.erasures(),
                now.pseudonyms(),
                now.feedback());
    }

    /** One on a cluster that has the topics of former versions. */
    static TopologySettings afterAnUpdate() {
        TopologySettings now = settings(64, 0, 100);
        return with(
                now,
                now.topics().former(),
                now.deadLetters(),
                now.model(),
                now.state(),
                now.erasures(),
                now.pseudonyms(),
                now.feedback());
    }

    /** The same settings, but for those that tests change. */
    private static TopologySettings with(
            TopologySettings now,
            List<String> former,
            DeadLetters deadLetters,
            ModelSettings model,
            StateSettings state,
            ErasureSettings erasures,
            Pseudonyms pseudonyms,
            FeedbackSettings feedback) {
        return new TopologySettings(
                now.topics(),
                former,
                now.placement(),
                now.intake(),
                deadLetters,
                model,
                now.tokenizer(),
                now.onlyKnownItems(),
                now.scenarios(),
                now.minIntervalMs(),
                now.profiles(),
                now.publishing(),
                state,
                erasures,
                pseudonyms,
                feedback,
                now.learning());
    }

    /** One that is partition 0 of some. */
    static TopologySettings settings(Placement placement) {
        return settings(placement, 64, 0, 100, List.of(), 0, NOT_PUBLISHED);
    }

    /** A scenario that is published, of one strategy. */
    static Scenario scenario(String name, Strategy strategy) {
        return new Scenario(
                name,
                5,
                Map.of(strategy, 1.0),
                ItemFilter.everything(),
                Excludes.USUAL,
                List.of(),
                DiversitySettings.NONE,
                0,
                true,
                false);
    }

    /** One that publishes a list for each of these scenarios. */
    static TopologySettings publishing(Scenario... published) {
        return settings(new Placement(1), 0, 0, 100, List.of(published), 0, NOT_PUBLISHED);
    }

    /** One that publishes similar items, and a list for each of these scenarios. */
    static TopologySettings publishing(SimilarItemsPublishing similarItems, Scenario... published) {
        return settings(new Placement(1), 0, 0, 100, List.of(published), 0, similarItems);
    }

    /** One that publishes profiles, at most one of a user in so many milliseconds. */
    static TopologySettings publishingProfiles(long minIntervalMs) {
        return settings(new Placement(1), 0, 0, 100, List.of(), minIntervalMs, NOT_PUBLISHED);
    }

    /** One that publishes similar items. */
    static TopologySettings publishing(SimilarItemsPublishing similarItems, int partitions, int maxItems) {
        return settings(new Placement(partitions), 0, 0, maxItems, List.of(), 0, similarItems);
    }

    private static TopologySettings settings(
            Placement placement,
            int rememberedEvents,
            long minIntervalMs,
            int maxItems,
            List<Scenario> published,
            long profilesEveryMs,
            SimilarItemsPublishing similarItems) {
        Scenarios scenarios = published.isEmpty()
                ? new Scenarios(List.of(LISTS.defaultScenario()))
                : new Scenarios(published).withDefault(LISTS.defaultScenario());
        return new TopologySettings(
                TOPICS,
                List.of(),
                placement,
                new IntakeSettings(256, Duration.ofHours(1), Instant.parse("1990-01-01T00:00:00Z")),
                new DeadLetters(1000, true),
                new ModelSettings(
                        new VectorSettings(TypeWeights.equal(), MONTH, MONTH, 0.8, maxItems, rememberedEvents),
                        new MatrixSettings(200, 1000, MONTH, MONTH),
                        new SimilaritySettings(500, 100, 0),
                        new SimilarItemsSettings(100),
                        LISTS,
                        new ContentSettings(new FieldWeights(1, 1, 1, 1, 1), 100, 100, 100, 0, 0),
                        MONTH),
                text -> text.isEmpty() ? List.of() : List.of(text.split(" ")),
                false,
                () -> scenarios,
                minIntervalMs,
                new ProfilePublishing(
                        profilesEveryMs,
                        new ProfileSettings(MONTH, 3, Duration.ofDays(30), Duration.ofDays(90)),
                        () -> new Segments(List.of(new Segment("buyers", ProfileFilter.parse("purchases >= 1"))))),
                similarItems,
                new StateSettings(16 << 20, 1 << 20, 1 << 20),
                new ErasureSettings(HASH, true, Map.of("events", 1000L, "dead-letters", -1L)),
                Pseudonyms.NONE,
                FeedbackSettings.OFF,
                LearningSettings.OFF);
    }

    void send(Interaction event) {
        events.pipeInput(event.userId(), event);
    }

    void sendAll(List<Interaction> all) {
        all.forEach(this::send);
    }

    void merge(String from, String into) {
        merges.pipeInput(from, new Merge(from, into, 0));
    }

    void sendBytes(byte[] value) {
        rawEvents.pipeInput(new TestRecord<>("user-1".getBytes(StandardCharsets.UTF_8), value));
    }

    @Override
    public void close() {
        driver.close();
    }
}
