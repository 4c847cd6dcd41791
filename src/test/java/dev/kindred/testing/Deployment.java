package dev.kindred.testing;

import dev.kindred.admin.Connection;
import dev.kindred.admin.TopicAdmin;
import dev.kindred.app.KindredApp;
import dev.kindred.app.Topologies;
import dev.kindred.config.KindredConfig;
import dev.kindred.feed.Feed;
import dev.kindred.feed.KafkaSink;
import dev.kindred.feedback.Outcome;
import dev.kindred.lab.embedded.EmbeddedKafka;
import dev.kindred.model.Affinity;
import dev.kindred.model.CellKey;
import dev.kindred.model.Interaction;
import dev.kindred.model.Merge;
import dev.kindred.model.Recommendations;
import dev.kindred.model.SimilarItemLists;
import dev.kindred.replay.FeedProducer;
import dev.kindred.replay.Pace;
import dev.kindred.serde.CellKeySerde;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** One application on a broker: its instances, what they are sent and what they publish. Its topics are its own. */
@SuppressWarnings("FutureReturnValueIgnored")
public final class Deployment {

    private static final Duration DEADLINE = Duration.ofSeconds(60);

    /** A member learns of a rebalance at its heartbeat, and a consumer moves on when its last fetch has ended. */
    private static final Map<String, String> QUICK = Map.of(
            "privacy.minimum.support", "1", // the shops of tests have few users
            "http.enabled", "false",
            "kafka.consumer.heartbeat.interval.ms", "200",
            "kafka.consumer.fetch.max.wait.ms", "50");

    private final Map<String, String> settings;
    private final Path directory;
    private int processes; // started so far

    /** Nothing runs yet. */
    public Deployment(EmbeddedKafka kafka, Path directory, Map<String, String> overrides) {
        String name = "test-" + UUID.randomUUID().toString().substring(0, 8);
        this.directory = directory.resolve(name);
        settings = new HashMap<>(QUICK);
        settings.putAll(overrides);
        settings.put("bootstrap.servers", kafka.bootstrapServers());
        settings.put("application.id", name);
        settings.put("topics.prefix", name + "-");
    }

    /** The settings of an instance: its state is its own. */
    public KindredConfig config(String instance) {
        return KindredConfig.of(settingsOf(instance));
    }

    /** The settings that all instances share. */
    public KindredConfig config() {
        return config("any");
    }

    private Map<String, String> settingsOf(String instance) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("state.dir", directory.resolve(instance).toString());
        return all;
    }

    /** Changes a setting of instances that start from now on. */
    public void set(String key, String value) {
        settings.put(key, value);
    }

    /** Creates the topics before any instance is there. */
    public void createTopics() {
        try (Admin admin = Connection.open(config().clientProperties())) {
            new TopicAdmin(admin, config().topics(), config().topicSettings()).createMissing();
        }
    }

    /** Starts an instance in this process. */
    public KindredApp start(String instance) {
        return KindredApp.start(config(instance));
    }

    /** Waits until instances process events. */
    public static void awaitRunning(KindredApp... apps) {
        for (KindredApp app : apps) {
            Wait.until(DEADLINE, "a running instance", app::isRunning);
        }
    }

    /** Starts an instance in a process of its own. */
    public ChildProcess startProcess(String instance) throws IOException {
        return startProcess(instance, List.of());
    }

    /** Starts an instance in a process of its own, with more options of its JVM. */
    public ChildProcess startProcess(String instance, List<String> options) throws IOException {
        List<String> command = new ArrayList<>(List.of("run"));
        settingsOf(instance).forEach((key, value) -> command.addAll(List.of("--set", key + "=" + value)));
        Path output = directory.resolve(instance + "-" + ++processes + ".log");
        return ChildProcess.start(output, Map.of(), options, command);
    }

    /** Writes cells as the stream would, and waits for the broker to have them. A cell without a value is a tombstone. */
    public void writeCells(Map<CellKey, Optional<Affinity>> cells) {
        Map<String, Object> properties = new HashMap<>(config().clientProperties());
        properties.put("linger.ms", 20);
        String topic = config().topics().affinities();
        try (KafkaProducer<CellKey, Affinity> producer = new KafkaProducer<>(
                properties,
                new CellKeySerde().serializer(),
                Topologies.serdes(config()).affinitySerializer())) {
            int partitions = producer.partitionsFor(topic).size();
            cells.forEach((key, cell) -> producer.send(new ProducerRecord<>(
                    topic, Math.floorMod(key.userId().hashCode(), partitions), key, cell.orElse(null))));
        }
    }

    /** Sends events and waits for the broker to have them. */
    public void send(List<Interaction> events) {
        try (FeedProducer<Interaction, Interaction> producer = new FeedProducer<>(config(), Feed.EVENTS)) {
            for (int i = 0; i < events.size(); i++) {
                producer.send(i, events.get(i));
            }
            producer.flush();
        }
    }

    /** The same at a pace. */
    public void send(List<Interaction> events, Pace pace) throws InterruptedException {
        try (FeedProducer<Interaction, Interaction> producer = new FeedProducer<>(config(), Feed.EVENTS)) {
            for (int i = 0; i < events.size(); i++) {
                pace.await(events.get(i));
                producer.send(i, events.get(i));
            }
            producer.flush();
        }
    }

    /** Asks for merges, each when the broker has the one before. */
    public void merge(List<Merge> merges) {
        try (var sink = new KafkaSink<>(
                config().feedSettings(), Feed.MERGES.topic(config().topics(), Topologies.serdes(config())))) {
            merges.forEach(merge -> sink.send(List.of(merge)));
        }
    }

    /** The refreshed lists, from the first one on. */
    public TopicTail<String, Recommendations> lists() {
        return new TopicTail<>(
                config(),
                config().topics().recommendations(),
                new StringDeserializer(),
                Topologies.serdes(config()).recommendationsDeserializer());
    }

    /** What goes with items, from the first change on. */
    public TopicTail<String, SimilarItemLists> similarItems() {
        return new TopicTail<>(
                config(),
                config().topics().similarItems(),
                new StringDeserializer(),
                Topologies.serdes(config()).similarItemsDeserializer());
    }

    /** The dead letters, from the first one on. */
    public TopicTail<byte[], byte[]> deadLetters() {
        return new TopicTail<>(
                config(), config().topics().deadLetters(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** What compaction will leave of the outcomes: the last of every record. */
    public Map<String, Outcome> outcomes() {
        Map<String, Outcome> outcomes = new HashMap<>();
        try (var tail = new TopicTail<>(
                config(),
                config().topics().outcomes(),
                new StringDeserializer(),
                Topologies.serdes(config()).outcomeDeserializer())) {
            tail.readToEnd().records().forEach(outcome -> outcomes.put(outcome.key(), outcome.value()));
        }
        return outcomes;
    }

    /** What compaction will leave of the affinities: the last of every cell, without those taken back. */
    public Map<CellKey, Affinity> cells() {
        Map<CellKey, Affinity> cells = new HashMap<>();
        try (var tail = new TopicTail<>(
                config(),
                config().topics().affinities(),
                new CellKeySerde().deserializer(),
                Topologies.serdes(config()).affinityDeserializer())) {
            tail.readToEnd().records().forEach(cell -> cells.compute(cell.key(), (key, old) -> cell.value()));
        }
        return cells;
    }
}
