package dev.kindred.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.lab.embedded.EmbeddedKafka;
import dev.kindred.testing.SharedKafka;
import dev.kindred.testing.Wait;
import dev.kindred.topology.Topics;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Against a real broker; every test has topics and an application of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(SharedKafka.class)
final class AdminIT {

    private static final TopicSettings SETTINGS = new TopicSettings(
            2, (short) -1, 600_000, 600_000, 600_000, 600_000, 600_000, 600_000, 2 << 20, OptionalLong.empty(), false);

    private final EmbeddedKafka broker;
    private final Admin admin;

    AdminIT(EmbeddedKafka broker) {
        this.broker = broker;
        this.admin = Connection.open(Map.of("bootstrap.servers", broker.bootstrapServers()));
    }

    @AfterAll
    void stop() {
        admin.close();
    }

    @Nested
    final class TopicAdminTest {

        private final Topics topics = freshTopics();
        private final TopicAdmin topicAdmin = new TopicAdmin(admin, topics, SETTINGS);

        @Test
        void createsMissingTopicsOnce() {
            var before = topicAdmin.check();
            var first = topicAdmin.createMissing();
            var second = topicAdmin.createMissing();

            assertThat(before.missing()).hasSize(12);
            assertThat(first.created()).containsExactlyInAnyOrderElementsOf(before.missing());
            assertThat(first.isReady()).isTrue();
            assertThat(second.created()).isEmpty();
            assertThat(second.existing()).hasSize(12);
            assertThat(second.isReady()).isTrue();
            assertThat(topicAdmin.partitionsOf(topics.events())).isEqualTo(2);
        }

        @Test
        void followsAnExistingTopicOfEventsAndReportsAWrongOne() throws Exception {
            admin.createTopics(List.of(
                            new NewTopic(topics.events(), Optional.of(3), Optional.empty()),
                            new NewTopic(topics.affinities(), Optional.of(2), Optional.empty())))
                    .all()
                    .get();
            // The broker answers before its metadata have the new topics.
            Wait.until(Duration.ofSeconds(30), "the topic of events", () -> exists(topics.events()));
            Wait.until(Duration.ofSeconds(30), "the topic of affinities", () -> exists(topics.affinities()));

            var report = topicAdmin.createMissing();

            assertThat(topicAdmin.partitionsOf(topics.control())).isEqualTo(3);
            assertThat(report.existing()).containsExactlyInAnyOrder(topics.events(), topics.affinities());
            assertThat(report.differences())
                    .containsExactly("topic " + topics.affinities()
                            + " has cleanup.policy delete and needs compact,delete:"
                            + " change it with kafka-configs.sh --alter");
        }

        @Test
        void reportsAnAbsentTopic() {
            assertThatThrownBy(() -> topicAdmin.partitionsOf("nowhere"))
                    .isInstanceOf(AdminException.class)
                    .hasMessage("there is no topic nowhere: create it with 'kindred topics create'");
        }
    }

    private boolean exists(String topic) {
        try {
            return admin.listTopics().names().get().contains(topic);
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError("no topics", e);
        }
    }

    @Nested
    final class ApplicationResetTest {

        @TempDir
        private Path directory = Path.of("");

        private final Topics topics = freshTopics();
        private final String application = "app-" + UUID.randomUUID();

        @Test
        void removesTheStateOfTheApplicationAndNothingElse() throws Exception {
            new TopicAdmin(admin, topics, SETTINGS).createMissing();
            List<String> changelogs = List.of(
                    application + "-user-vectors-changelog", application + "-published-similar-items-changelog");
            admin.createTopics(changelogs.stream()
                            .map(name -> new NewTopic(name, Optional.of(1), Optional.empty()))
                            .toList())
                    .all()
                    .get();
            for (String changelog : changelogs) { // a broker may list a new topic a moment later
                Wait.until(Duration.ofSeconds(30), "the topic " + changelog, () -> exists(changelog));
            }
            produceOneEverywhere();
            consume(application);
            Path state = directory.resolve(application);
            Files.createDirectories(state.resolve("0_0"));
            Files.writeString(state.resolve("0_0").resolve("store"), "data");
            var reset = new ApplicationReset(admin, topics, application, state);

            ResetPlan plan = reset.plan(true);
            reset.execute(plan);

            assertThat(plan.lines())
                    .containsExactly(
                            "positions of consumer group " + application,
                            "topic " + changelogs.get(0),
                            "topic " + changelogs.get(1),
                            "all records of topic " + topics.control(),
                            "all records of topic " + topics.affinities(),
                            "all records of topic " + topics.recommendations(),
                            "all records of topic " + topics.userProfiles(),
                            "all records of topic " + topics.similarItems(),
                            "directory " + state);
            assertThat(directory).isEmptyDirectory();
            for (String changelog : changelogs) {
                Wait.until(Duration.ofSeconds(30), "the end of " + changelog, () -> !exists(changelog));
            }
            assertThat(admin.listGroups().all().get())
                    .noneMatch(group -> group.groupId().equals(application));
            assertThat(firstOffsets())
                    .isEqualTo(Map.of(
                            topics.events(), 0L,
                            topics.control(), 1L,
                            topics.merges(), 0L,
                            topics.affinities(), 1L,
                            topics.recommendations(), 1L,
                            topics.userProfiles(), 1L,
                            topics.similarItems(), 1L,
                            topics.deadLetters(), 0L));
        }

        @Test
        void keepsOutputsByDefault() {
            new TopicAdmin(admin, topics, SETTINGS).createMissing();
            var reset = new ApplicationReset(admin, topics, application, directory.resolve("none"));

            assertThat(reset.plan(false).lines()).containsExactly("all records of topic " + topics.control());
        }

        @Test
        void refusesWhileAMemberIsActive() {
            new TopicAdmin(admin, topics, SETTINGS).createMissing();
            var reset = new ApplicationReset(admin, topics, application, directory.resolve("none"));

            try (var consumer = join(application)) {
                assertThatThrownBy(() -> reset.plan(false))
                        .isInstanceOf(AdminException.class)
                        .hasMessageStartingWith("application " + application + " still runs: stop all of its");
                assertThat(consumer.assignment()).isNotEmpty();
            }
        }

        private void produceOneEverywhere() throws Exception {
            try (var producer = new KafkaProducer<>(
                    Map.of("bootstrap.servers", broker.bootstrapServers()),
                    new ByteArraySerializer(),
                    new ByteArraySerializer())) {
                byte[] bytes = "x".getBytes(StandardCharsets.UTF_8);
                for (String topic : all()) {
                    producer.send(new ProducerRecord<>(topic, 0, bytes, bytes)).get();
                }
            }
        }

        private void consume(String group) {
            try (var consumer = join(group)) {
                consumer.commitSync();
            }
        }

        private KafkaConsumer<byte[], byte[]> join(String group) {
            var consumer = new KafkaConsumer<>(
                    Map.of("bootstrap.servers", broker.bootstrapServers(), "group.id", group),
                    new ByteArrayDeserializer(),
                    new ByteArrayDeserializer());
            consumer.subscribe(List.of(topics.events()));
            long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (consumer.assignment().isEmpty() && System.nanoTime() < deadline) {
                consumer.poll(Duration.ofMillis(50));
            }
            return consumer;
        }

        private Map<String, Long> firstOffsets() throws Exception {
            var first = all().stream()
                    .collect(Collectors.toMap(topic -> new TopicPartition(topic, 0), topic -> OffsetSpec.earliest()));
            return admin.listOffsets(first).all().get().entrySet().stream()
                    .collect(Collectors.toMap(
                            entry -> entry.getKey().topic(),
                            entry -> entry.getValue().offset()));
        }

        private List<String> all() {
            return List.of(
                    topics.events(),
                    topics.control(),
                    topics.merges(),
                    topics.affinities(),
                    topics.recommendations(),
                    topics.userProfiles(),
                    topics.similarItems(),
                    topics.deadLetters());
        }
    }

    private static Topics freshTopics() {
        return new Topics(UUID.randomUUID() + "-");
    }
}
