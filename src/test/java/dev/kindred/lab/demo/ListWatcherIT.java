package dev.kindred.lab.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.app.Topologies;
import dev.kindred.lab.embedded.EmbeddedKafka;
import dev.kindred.model.Recommendations;
import dev.kindred.testing.Deployment;
import dev.kindred.testing.SharedKafka;
import dev.kindred.testing.Wait;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SharedKafka.class)
final class ListWatcherIT {

    @Test
    void goesOnAfterTheListOfAUserIsDeleted(EmbeddedKafka kafka, @TempDir Path directory) throws Exception {
        Deployment deployment = new Deployment(kafka, directory, Map.of("topics.partitions", "1"));
        deployment.createTopics();
        String topic = deployment.config().topics().recommendations();
        try (ListWatcher watcher = new ListWatcher(deployment.config());
                KafkaProducer<String, @Nullable Recommendations> producer = new KafkaProducer<>(
                        deployment.config().clientProperties(),
                        new StringSerializer(),
                        Topologies.serdes(deployment.config()).recommendationsSerializer())) {
            Recommendations list = new Recommendations("bob", List.of(), Optional.empty(), 0, 0, 1);
            producer.send(new ProducerRecord<>(topic, "bob", list)).get();
            producer.send(new ProducerRecord<>(topic, "ann", null)).get();
            producer.send(new ProducerRecord<>(topic, "bob", list)).get();

            Wait.until(Duration.ofSeconds(30), "the list after the deletion", () -> watcher.count() > 1);
            assertThat(watcher.count()).isEqualTo(2);
        }
    }
}
