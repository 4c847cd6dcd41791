package dev.kindred.laws;

import static dev.kindred.testing.Streams.START_MS;
import static dev.kindred.testing.Streams.click;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.app.KindredApp;
import dev.kindred.app.Topologies;
import dev.kindred.config.KindredConfig;
import dev.kindred.lab.embedded.EmbeddedKafka;
import dev.kindred.model.Item;
import dev.kindred.model.UserAttributes;
import dev.kindred.query.QueryException;
import dev.kindred.serde.AvroSerdes;
import dev.kindred.testing.Deployment;
import dev.kindred.testing.SharedKafka;
import dev.kindred.testing.TopicTail;
import dev.kindred.testing.Wait;
import dev.kindred.topology.Placement;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Law: producers that hash keys in their own way, as librdkafka's do, give every instance the same catalog and the same
 * attributes of users, fresh or not, deletions included.
 */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(SharedKafka.class)
@SuppressWarnings("FutureReturnValueIgnored")
final class PartitionersIT {

    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final int PARTITIONS = 4;
    private static final List<String> IDS =
            IntStream.range(0, 40).mapToObj(i -> "id-" + i).toList();

    private final Deployment deployment;
    private final KindredConfig config;
    private final AvroSerdes serdes;

    PartitionersIT(EmbeddedKafka kafka, @TempDir Path directory) {
        deployment = new Deployment(kafka, directory, Map.of("topics.partitions", String.valueOf(PARTITIONS)));
        config = deployment.config();
        serdes = Topologies.serdes(config);
    }

    @Test
    void doNotMatterForTheCatalogAndUsers() {
        deployment.createTopics();
        Map<String, String> expected = new TreeMap<>();
        try (KindredApp first = deployment.start("first")) {
            Deployment.awaitRunning(first);
            deployment.send(IDS.stream().map(id -> click(id, "any", START_MS)).toList());

            sendAll(expected);

            Wait.until(DEADLINE, "the last records", () -> shown(first).equals(expected));
            awaitUsersAtHome(expected);
        }
        try (KindredApp fresh = deployment.start("fresh")) {
            Deployment.awaitRunning(fresh);

            Wait.until(DEADLINE, "users in their stores", () -> fresh.isReady());
            assertThat(shown(fresh)).isEqualTo(expected);
        }
    }

    /** Sends old records, then newer ones, and deletions, each to any partition. */
    private void sendAll(Map<String, String> expected) {
        SplittableRandom random = new SplittableRandom(16);
        try (var producer =
                new KafkaProducer<>(config.clientProperties(), new StringSerializer(), new ByteArraySerializer())) {
            long nowMs = System.currentTimeMillis();
            for (String title : List.of("old", "new", "last")) {
                for (String id : IDS) {
                    boolean isLast = title.equals("last");
                    if (!isLast || random.nextInt(3) > 0) {
                        boolean isDeletion = isLast && random.nextBoolean();
                        long timestampMs = nowMs + title.length(); // "last" is later than "old" and "new"
                        expected.put(id, isDeletion ? "none none" : title + " " + title);
                        send(producer, config.topics().items(), random, id, timestampMs, item(id, title, isDeletion));
                        send(
                                producer,
                                config.topics().users(),
                                random,
                                id,
                                timestampMs,
                                user(id, title, isDeletion, timestampMs));
                    }
                }
                producer.flush();
                nowMs += 10;
            }
        }
    }

    private byte[] item(String id, String title, boolean isDeletion) {
        Item item = isDeletion ? Item.withdrawn(id) : Item.of(id, title, List.of());
        return serdes.itemSerializer().serialize(config.topics().items(), item);
    }

    private byte @Nullable [] user(String id, String title, boolean isDeletion, long updatedMs) {
        UserAttributes user = new UserAttributes(id, Map.of("title", title), Map.of(), updatedMs);
        return isDeletion
                ? null
                : serdes.userAttributesSerializer().serialize(config.topics().users(), user);
    }

    private static void send(
            KafkaProducer<String, byte[]> producer,
            String topic,
            SplittableRandom random,
            String key,
            long timestampMs,
            byte @Nullable [] value) {
        producer.send(new ProducerRecord<>(topic, random.nextInt(PARTITIONS), timestampMs, key, value));
    }

    /** The titles of items and users by id. */
    private static Map<String, String> shown(KindredApp app) {
        Map<String, String> titles = new TreeMap<>();
        for (String id : IDS) {
            titles.put(id, titleOfItem(app, id) + " " + titleOfUser(app, id));
        }
        return titles;
    }

    private static String titleOfItem(KindredApp app, String id) {
        try {
            return app.queries().item(id).title();
        } catch (QueryException e) {
            return "none";
        }
    }

    private static String titleOfUser(KindredApp app, String id) {
        try {
            return app.queries().profile(id).whole().attributes().getOrDefault("title", "none");
        } catch (QueryException e) {
            return "none";
        }
    }

    /** Waits until every misplaced record has come home, and the last one there is the one that holds. */
    private void awaitUsersAtHome(Map<String, String> expected) {
        Placement placement = new Placement(PARTITIONS);
        try (var users = new TopicTail<>(
                config, config.topics().users(), new StringDeserializer(), serdes.userAttributesDeserializer())) {
            users.await(
                    "the users at home",
                    read -> {
                        Map<String, String> last = new TreeMap<>();
                        int misplaced = 0;
                        int brought = 0;
                        for (var record : read) {
                            boolean isAtHome = placement.partitionOf(record.key()) == record.partition();
                            boolean isOriginal = record.headers().lastHeader("kindred.place") == null;
                            misplaced += isOriginal && !isAtHome ? 1 : 0;
                            brought += !isOriginal && isAtHome ? 1 : 0;
                            if (isAtHome) {
                                String title = record.value() == null
                                        ? "none"
                                        : record.value().attributes().get("title");
                                last.put(record.key(), title + " " + title);
                            }
                        }
                        return brought >= misplaced && last.equals(expected);
                    },
                    DEADLINE);
        }
    }
}
