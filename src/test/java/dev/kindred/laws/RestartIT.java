package dev.kindred.laws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.app.KindredApp;
import dev.kindred.feed.Feed;
import dev.kindred.lab.embedded.EmbeddedKafka;
import dev.kindred.model.Interaction;
import dev.kindred.model.Item;
import dev.kindred.model.ItemChange;
import dev.kindred.query.QueryException;
import dev.kindred.replay.FeedProducer;
import dev.kindred.testing.Deployment;
import dev.kindred.testing.SharedKafka;
import dev.kindred.testing.TopicTail;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Law: an instance starts only when it knows all that was published: its first lists are as good as any. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(SharedKafka.class)
@Execution(ExecutionMode.CONCURRENT)
final class RestartIT {

    private static final List<Interaction> EVENTS = Events.of(new SplittableRandom(5), 2000, 200, 100);

    private final EmbeddedKafka kafka;
    private final Path directory;

    RestartIT(EmbeddedKafka kafka, @TempDir Path directory) {
        this.kafka = kafka;
        this.directory = directory;
    }

    private Deployment stoppedAfterAllEvents() {
        Deployment deployment = new Deployment(kafka, directory, Events.UNCAPPED);
        try (KindredApp app = deployment.start("first");
                TopicTail<?, ?> lists = deployment.lists()) {
            Deployment.awaitRunning(app);
            deployment.send(EVENTS);
            lists.awaitCount(EVENTS.size(), Duration.ofSeconds(60));
        }
        return deployment;
    }

    @Test
    void knowsTheCatalogWhenItHasStarted() {
        Deployment deployment = new Deployment(kafka, directory, Events.UNCAPPED);
        deployment.createTopics();
        Item tent = Item.of("tent", "Tent", List.of("Outdoors"));
        try (FeedProducer<ItemChange, Item> producer = new FeedProducer<>(deployment.config(), Feed.ITEMS)) {
            producer.send(0, ItemChange.put(Item.of("tent", "Old tent", List.of())));
            producer.send(1, ItemChange.put(Item.of("stove", "Stove", List.of())));
            producer.send(2, ItemChange.put(tent));
            producer.send(3, ItemChange.removal("stove"));
        }

        for (int start = 0; start < 2; start++) {
            try (KindredApp app = deployment.start("only")) {
                assertThat(app.queries().item("tent")).isEqualTo(tent);
                assertThat(app.status().catalog()).isEqualTo(1);
                assertThatThrownBy(() -> app.queries().item("stove")).isInstanceOf(QueryException.UnknownItem.class);
            }
        }
    }

    @Test
    void knowsEverythingAtTheFirstEvent() {
        Deployment deployment = stoppedAfterAllEvents();

        try (KindredApp app = deployment.start("first")) {
            Deployment.awaitRunning(app);

            new Probe(deployment, EVENTS).assertListsAreTheCores();
        }
    }

    @Test
    void knowsEverythingAtTheFirstEventWithoutItsStateDirectory() {
        Deployment deployment = stoppedAfterAllEvents();

        try (KindredApp app = deployment.start("elsewhere")) {
            Deployment.awaitRunning(app);

            new Probe(deployment, EVENTS).assertListsAreTheCores();
        }
    }

    @Test
    void knowsEverythingThatTheFormerLayoutHolds() throws Exception {
        Deployment deployment = stoppedAfterAllEvents();
        assertThat(writeInTheFormerLayout(deployment)).isPositive();

        try (KindredApp app = deployment.start("upgraded")) {
            Deployment.awaitRunning(app);

            new Probe(deployment, EVENTS).assertListsAreTheCores();
        }
    }

    /** Appends every header to the changelog as layout 2, which has no habits, and returns how many there are. */
    private static int writeInTheFormerLayout(Deployment deployment) throws Exception {
        String changelog = deployment.config().applicationId() + "-user-vectors-changelog";
        Map<ByteBuffer, ConsumerRecord<byte[], byte[]>> latest = new HashMap<>();
        try (var tail = new TopicTail<>(
                deployment.config(), changelog, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            tail.readToEnd().records().forEach(entry -> latest.put(ByteBuffer.wrap(entry.key()), entry));
        }
        int headers = 0;
        try (var producer = new KafkaProducer<>(
                deployment.config().clientProperties(), new ByteArraySerializer(), new ByteArraySerializer())) {
            for (var entry : latest.values()) {
                boolean isHeader = entry.key()[entry.key().length - 1] == 0;
                if (isHeader) {
                    byte[] former = formerLayout(entry.value());
                    producer.send(new ProducerRecord<>(changelog, entry.partition(), entry.key(), former))
                            .get();
                    headers++;
                }
            }
        }
        return headers;
    }

    private static byte[] formerLayout(byte[] header) {
        assertThat(header[0]).isEqualTo((byte) 3);
        int recent = ByteBuffer.wrap(header).getInt(41); // after the version and five numbers
        int habits = 45 + recent * Long.BYTES;
        int rest = habits + 1 + Byte.toUnsignedInt(header[habits]);
        ByteBuffer former = ByteBuffer.allocate(habits + header.length - rest);
        former.put((byte) 2).put(header, 1, habits - 1).put(header, rest, header.length - rest);
        return former.array();
    }
}
