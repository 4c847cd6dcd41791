package dev.kindred.lab.bench;

import dev.kindred.admin.Connection;
import dev.kindred.admin.TopicAdmin;
import dev.kindred.config.KindredConfig;
import dev.kindred.feed.Feed;
import dev.kindred.lab.embedded.EmbeddedKafka;
import dev.kindred.lab.embedded.EmbeddedKafkaSettings;
import dev.kindred.lab.embedded.TemporaryDirectory;
import dev.kindred.lab.simulation.ShopSimulation;
import dev.kindred.lab.simulation.SimulationSettings;
import dev.kindred.model.Interaction;
import dev.kindred.replay.FeedProducer;
import dev.kindred.replay.Pace;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** A fresh broker with fresh topics for one measurement, and the figures that it can report. */
final class Environment implements AutoCloseable {

    private static final int BROKER = 1;
    private static final Instant FIRST_EVENT = Instant.parse("2024-01-01T00:00:00Z");

    private final EnvironmentSettings settings;
    private final EmbeddedKafka broker;
    private final TemporaryDirectory stateDirectory;
    private final KindredConfig config;
    private final Admin admin;
    private final String output;
    private final String group;

    Environment(EnvironmentSettings settings, String guarantee, SystemUnderTest system) {
        this.settings = settings;
        this.broker = EmbeddedKafka.start(EmbeddedKafkaSettings.temporary());
        this.stateDirectory = TemporaryDirectory.create("kindred-bench-");
        this.config = config(guarantee);
        this.admin = Connection.open(config.clientProperties());
        this.output = system.output(config);
        this.group = system.group(config);
        createTopics();
    }

    private KindredConfig config(String guarantee) {
        Map<String, String> overrides = new HashMap<>(Map.of("http.enabled", "false"));
        overrides.putAll(settings.overrides());
        overrides.put("bootstrap.servers", broker.bootstrapServers());
        overrides.put("state.dir", stateDirectory.path().toString());
        overrides.put("topics.partitions", String.valueOf(settings.partitions()));
        overrides.put("threads", String.valueOf(settings.threads()));
        overrides.put("processing.guarantee", guarantee);
        return KindredConfig.of(overrides);
    }

    private void createTopics() {
        new TopicAdmin(admin, config.topics(), config.topicSettings()).createMissing();
        if (!output.equals(config.topics().recommendations())) {
            NewTopic topic = new NewTopic(output, Optional.of(settings.partitions()), Optional.empty());
            get(() -> admin.createTopics(List.of(topic)).all().get());
        }
    }

    KindredConfig config() {
        return config;
    }

    /** Opens the simulated shop, which has the same events every time. */
    ShopSimulation shop() {
        return new ShopSimulation(new SimulationSettings(settings.users(), settings.items(), 1, FIRST_EVENT));
    }

    /**
     * Sends the first events of the simulated shop.
     *
     * @throws InterruptedException if the thread is interrupted while it waits for its pace
     */
    void send(long events, Pace pace) throws InterruptedException {
        send(shop()::next, events, pace);
    }

    /**
     * Sends events.
     *
     * @throws InterruptedException if the thread is interrupted while it waits for its pace
     */
    void send(Supplier<Interaction> source, long events, Pace pace) throws InterruptedException {
        try (FeedProducer<Interaction, Interaction> producer = new FeedProducer<>(config, Feed.EVENTS)) {
            for (long i = 0; i < events; i++) {
                Interaction event = source.get();
                pace.await(event);
                producer.send(i, event);
            }
            producer.flush();
        }
    }

    /** The number of events whose processing the system has committed. */
    long processed() {
        var offsets = get(() -> admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get());
        return offsets.entrySet().stream()
                .filter(entry -> entry.getKey().topic().equals(config.topics().events()))
                .mapToLong(
                        entry -> entry.getValue() == null ? 0 : entry.getValue().offset())
                .sum();
    }

    /** Bytes in the logs of all topics except the events, by topic, as stored (compressed). */
    Map<String, Long> logBytes() {
        var directories = get(
                () -> admin.describeLogDirs(List.of(BROKER)).allDescriptions().get());
        return directories.values().stream()
                .flatMap(logs -> logs.values().stream())
                .flatMap(logs -> logs.replicaInfos().entrySet().stream())
                .filter(log -> !log.getKey().topic().equals(config.topics().events()))
                .collect(Collectors.groupingBy(
                        log -> log.getKey().topic(),
                        Collectors.summingLong(log -> log.getValue().size())));
    }

    /** Bytes of all stores on disk. */
    long storeBytes() throws IOException {
        return DiskUsage.bytes(config.stateDir());
    }

    private interface Question<T> {
        T ask() throws ExecutionException, InterruptedException;
    }

    private static <T> T get(Question<T> question) {
        try {
            return question.ask();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker under measurement did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while measuring", e);
        }
    }

    @Override
    public void close() {
        admin.close();
        broker.close();
        stateDirectory.close();
    }
}
