package dev.kindred.feed;

import dev.kindred.admin.Connection;
import dev.kindred.admin.TopicAdmin;
import dev.kindred.app.Topologies;
import dev.kindred.config.KindredConfig;
import dev.kindred.intake.EventSink;
import dev.kindred.intake.EventValidator;
import dev.kindred.model.Interaction;
import dev.kindred.model.RawInteraction;
import dev.kindred.testing.RestartableKafka;
import dev.kindred.testing.TopicTail;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** The topic of the events keeps what every sink promises to keep. */
final class KafkaEventSinkIT extends EventSinkLaws {

    private final RestartableKafka kafka;
    private final KindredConfig config;
    private final KafkaEventSink sink;

    KafkaEventSinkIT(@TempDir Path directory) {
        kafka = new RestartableKafka(directory);
        config = KindredConfig.of(Map.of(
                "bootstrap.servers",
                kafka.broker().bootstrapServers(),
                "topics.partitions",
                "3",
                "http.events.timeout.ms",
                "3000"));
        try (Admin admin = Connection.open(config.clientProperties())) {
            new TopicAdmin(admin, config.topics(), config.topicSettings()).createMissing();
        }
        sink = new KafkaEventSink(config.feedSettings(), Topologies.serdes(config));
    }

    @AfterEach
    void stop() {
        sink.close();
        kafka.close();
    }

    @Override
    EventSink sink() {
        return sink;
    }

    @Override
    List<Interaction> kept() {
        try (TopicTail<String, RawInteraction> events = new TopicTail<>(
                config,
                config.topics().events(),
                new StringDeserializer(),
                Topologies.serdes(config).interactionDeserializer())) {
            return events.readToEnd().records().stream()
                    .map(event -> EventValidator.accepted(event.value()))
                    .toList();
        }
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
