package dev.kindred.feed;

import dev.kindred.admin.Connection;
import dev.kindred.admin.TopicAdmin;
import dev.kindred.app.Topologies;
import dev.kindred.config.KindredConfig;
import dev.kindred.intake.EventValidator;
import dev.kindred.intake.RecordSink;
import dev.kindred.model.Interaction;
import dev.kindred.model.Item;
import dev.kindred.model.ItemChange;
import dev.kindred.model.RawInteraction;
import dev.kindred.serde.AvroSerdes;
import dev.kindred.testing.RestartableKafka;
import dev.kindred.testing.Streams;
import dev.kindred.testing.TopicTail;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The topics of events and items keep what every sink promises to keep. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.SAME_THREAD) // both stop the broker
final class KafkaSinkIT {

    private RestartableKafka kafka;
    private KindredConfig config;
    private AvroSerdes serdes;

    @BeforeAll
    void start(@TempDir Path directory) {
        kafka = new RestartableKafka(directory);
        config = KindredConfig.of(Map.of(
                "bootstrap.servers",
                kafka.broker().bootstrapServers(),
                "topics.partitions",
                "3",
                "http.events.timeout.ms",
                "3000"));
        serdes = Topologies.serdes(config);
        try (Admin admin = Connection.open(config.clientProperties())) {
            new TopicAdmin(admin, config.topics(), config.topicSettings()).createMissing();
        }
    }

    @AfterAll
    void stop() {
        kafka.close();
    }

    /** The laws on a sink of the broker. */
    private abstract class Laws<T, V> extends RecordSinkLaws<T> {

        private final KafkaSink<T, V> sink;

        Laws(List<T> records, Function<T, String> key, Feed.Topic<T, V> topic) {
            super(records, key);
            this.sink = new KafkaSink<>(config.feedSettings(), topic);
        }

        @AfterEach
        void close() {
            sink.close();
        }

        @Override
        RecordSink<T> sink() {
            return sink;
        }

        @Override
        void goAway() {
            kafka.stop();
        }

        @Override
        void comeBack() {
            kafka.restart();
        }
    }

    private <V> TopicTail<String, V> tail(String topic, Deserializer<V> values) {
        return new TopicTail<>(config, topic, new StringDeserializer(), values);
    }

    @Nested
    final class OfEvents extends Laws<Interaction, Interaction> {

        OfEvents() {
            super(
                    Streams.random(new SplittableRandom(5), 60, 10, 20),
                    Interaction::userId,
                    Feed.EVENTS.topic(config.topics(), serdes));
        }

        @Override
        List<Interaction> kept() {
            try (TopicTail<String, RawInteraction> events =
                    tail(config.topics().events(), serdes.interactionDeserializer())) {
                return events.readToEnd().records().stream()
                        .map(event -> EventValidator.accepted(event.value()))
                        .toList();
            }
        }
    }

    /** Every third change takes an item away. */
    private static List<ItemChange> changes() {
        return IntStream.range(0, 60)
                .mapToObj(i -> i % 3 == 2
                        ? ItemChange.removal("item-" + i % 20)
                        : ItemChange.put(Item.of("item-" + i % 20, "title " + i, List.of())))
                .toList();
    }

    @Nested
    final class OfItems extends Laws<ItemChange, Item> {

        OfItems() {
            super(changes(), ItemChange::itemId, Feed.ITEMS.topic(config.topics(), serdes));
        }

        @Override
        List<ItemChange> kept() {
            try (TopicTail<String, Item> items = tail(config.topics().items(), serdes.itemDeserializer())) {
                return items.readToEnd().records().stream()
                        .map(item -> new ItemChange(
                                item.key(), Optional.of(item.value()).filter(known -> !known.withdrawn())))
                        .toList();
            }
        }
    }
}
