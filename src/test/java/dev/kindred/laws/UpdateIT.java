package dev.kindred.laws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.admin.Connection;
import dev.kindred.app.KindredApp;
import dev.kindred.app.Topologies;
import dev.kindred.lab.embedded.EmbeddedKafka;
import dev.kindred.model.CellKey;
import dev.kindred.model.Interaction;
import dev.kindred.model.InteractionType;
import dev.kindred.model.Merge;
import dev.kindred.testing.Deployment;
import dev.kindred.testing.SharedKafka;
import dev.kindred.testing.TopicTail;
import dev.kindred.topology.Topics;
import dev.kindred.vector.VectorMove;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Law: what an instance of version 0.1 has sent to other tasks, and they have not read, survives the update. */
@Timeout(120)
@ExtendWith(SharedKafka.class)
@Execution(ExecutionMode.CONCURRENT)
final class UpdateIT {

    private static final long START_MS = 1_700_000_000_000L;

    private final EmbeddedKafka kafka;
    private final Path directory;

    UpdateIT(EmbeddedKafka kafka, @TempDir Path directory) {
        this.kafka = kafka;
        this.directory = directory;
    }

    @Test
    void losesNoRecordBetweenTasks() throws Exception {
        Deployment deployment = new Deployment(kafka, directory, Map.of("topics.partitions", "2"));
        Topics topics = deployment.config().topics();
        createFormerTopics(deployment);
        var serdes = Topologies.serdes(deployment.config());
        Interaction event = new Interaction(Optional.empty(), "visitor", "tent", InteractionType.CLICK, START_MS, 1);
        send(
                topics.formerEventsRerouted(),
                "visitor",
                serdes.interactionSerializer().serialize(topics.events(), event));

        try (KindredApp app = deployment.start("only");
                TopicTail<?, ?> lists = deployment.lists()) {
            Deployment.awaitRunning(app);
            lists.awaitCount(1, Duration.ofSeconds(60)); // the event of the visitor
            VectorMove request = VectorMove.request("merges-0-7", new Merge("visitor", "ben", START_MS));
            send(
                    topics.formerMovedVectors(),
                    "visitor",
                    serdes.moveSerializer().serialize(topics.formerMovedVectors(), request));
            lists.awaitCount(3, Duration.ofSeconds(60)); // a tombstone for the visitor, a list for ben
        }

        assertThat(deployment.cells().entrySet())
                .filteredOn(cell -> cell.getValue() != null)
                .extracting(Map.Entry::getKey)
                .containsExactly(new CellKey("ben", "tent"));
    }

    private static void createFormerTopics(Deployment deployment) throws Exception {
        deployment.createTopics();
        try (Admin admin = Connection.open(deployment.config().clientProperties())) {
            List<NewTopic> former = deployment.config().topics().former().stream()
                    .map(name -> new NewTopic(name, Optional.of(2), Optional.empty()))
                    .toList();
            admin.createTopics(former).all().get();
        }
    }

    private void send(String topic, String key, byte[] value) throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", kafka.bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, key, value)).get();
        }
    }
}
