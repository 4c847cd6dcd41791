package dev.kindred.lab.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.testing.SharedKafka;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
@ExtendWith(SharedKafka.class)
final class EmbeddedKafkaIT {

    @Test
    void servesAnyClient(EmbeddedKafka kafka) throws Exception {
        createTopic(kafka, "any-client");

        produce(kafka, "any-client", "hello");

        assertThat(consume(kafka, "any-client", 1)).containsExactly("hello");
    }

    @Test
    void commitsTransactions(EmbeddedKafka kafka) throws Exception {
        createTopic(kafka, "transactions");

        produceInTransaction(kafka, "dropped", Producer::abortTransaction);
        produceInTransaction(kafka, "kept", Producer::commitTransaction);

        assertThat(consume(kafka, "transactions", 1)).containsExactly("kept");
    }

    @Test
    void takesLargeMessages(EmbeddedKafka kafka) throws Exception {
        String large = "x".repeat(2_600_000);
        createTopic(kafka, "large");

        produce(kafka, "large", large);

        assertThat(consume(kafka, "large", 1)).containsExactly(large);
    }

    @Test
    void findsItsDataAgainInTheSameDirectory(@TempDir Path directory) throws Exception {
        EmbeddedKafkaSettings settings = EmbeddedKafkaSettings.in(directory.resolve("new"));
        String firstCluster;
        try (EmbeddedKafka kafka = EmbeddedKafka.start(settings)) {
            firstCluster = clusterId(kafka);
            createTopic(kafka, "greetings");
            produce(kafka, "greetings", "hello");
        }

        try (EmbeddedKafka kafka = EmbeddedKafka.start(settings)) {

            assertThat(clusterId(kafka)).isEqualTo(firstCluster);
            assertThat(consume(kafka, "greetings", 1)).containsExactly("hello");
        }
    }

    @Test
    void findsItsDataAgainAfterAKill(@TempDir Path directory) throws Exception {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(EmbeddedKafkaSettings.temporary())) {
            createTopic(kafka, "greetings");
            produce(kafka, "greetings", "hello");
            // what a killed broker leaves is what a running one has written
            copy(kafka.logDirectory(), directory.resolve("kafka"));
        }

        try (EmbeddedKafka kafka = EmbeddedKafka.start(EmbeddedKafkaSettings.in(directory))) {

            assertThat(consume(kafka, "greetings", 1)).containsExactly("hello");
        }
    }

    @Test
    void closesOnceAndLeavesNoTemporaryDirectoryBehind() {
        EmbeddedKafka kafka = EmbeddedKafka.start(EmbeddedKafkaSettings.temporary());
        Path temporary = kafka.logDirectory().getParent();
        assertThat(temporary).isDirectory();

        kafka.close();

        assertThat(temporary).doesNotExist();
        assertThatCode(kafka::close).doesNotThrowAnyException();
    }

    @Test
    void runsBesideAnother(EmbeddedKafka one) throws Exception {
        try (EmbeddedKafka other = EmbeddedKafka.start(EmbeddedKafkaSettings.temporary())) {
            createTopic(one, "greetings");
            createTopic(other, "greetings");

            produce(one, "greetings", "from one");
            produce(other, "greetings", "from the other");

            assertThat(consume(one, "greetings", 1)).containsExactly("from one");
            assertThat(consume(other, "greetings", 1)).containsExactly("from the other");
        }
    }

    @Test
    void listensOnTheChosenPort() throws Exception {
        int port = Ports.free(0).broker();

        try (EmbeddedKafka kafka = EmbeddedKafka.start(new EmbeddedKafkaSettings(Optional.empty(), port))) {

            assertThat(kafka.port()).isEqualTo(port);
            assertThat(clusterId(kafka)).isNotEmpty();
        }
    }

    @Test
    void reportsABusyPort() throws IOException {
        try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            EmbeddedKafkaSettings settings = new EmbeddedKafkaSettings(Optional.empty(), busy.getLocalPort());

            assertThatThrownBy(() -> EmbeddedKafka.start(settings))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("Port " + busy.getLocalPort())
                    .hasMessageContaining("choose another port");
        }
    }

    @Test
    void reportsADirectoryInUse(@TempDir Path directory) {
        EmbeddedKafkaSettings settings = EmbeddedKafkaSettings.in(directory);
        try (EmbeddedKafka first = EmbeddedKafka.start(settings)) {

            assertThatThrownBy(() -> EmbeddedKafka.start(settings))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(directory.toString())
                    .hasMessageContaining("choose another directory");
            assertThat(first.port()).isPositive();
        }
    }

    @Test
    void reportsAFileInsteadOfADirectory(@TempDir Path directory) throws IOException {
        Path file = Files.createFile(directory.resolve("file"));

        assertThatThrownBy(() -> EmbeddedKafka.start(EmbeddedKafkaSettings.in(file)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(file.toString());
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var paths = Files.walk(from)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                Files.copy(path, to.resolve(from.relativize(path)));
            }
        }
    }

    private static void createTopic(EmbeddedKafka kafka, String topic) throws Exception {
        try (Admin admin = Admin.create(client(kafka))) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get(20, TimeUnit.SECONDS);
        }
    }

    private static String clusterId(EmbeddedKafka kafka) throws Exception {
        try (Admin admin = Admin.create(client(kafka))) {
            return admin.describeCluster().clusterId().get(20, TimeUnit.SECONDS);
        }
    }

    private static void produce(EmbeddedKafka kafka, String topic, String value) throws Exception {
        Map<String, Object> settings = client(kafka);
        settings.put("max.request.size", 3_000_000);
        try (Producer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, value)).get(20, TimeUnit.SECONDS);
        }
    }

    private static void produceInTransaction(
            EmbeddedKafka kafka, String value, java.util.function.Consumer<Producer<String, String>> end)
            throws Exception {
        Map<String, Object> settings = client(kafka);
        settings.put("transactional.id", "greeter");
        try (Producer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>("transactions", value)).get(20, TimeUnit.SECONDS);
            end.accept(producer);
        }
    }

    private static List<String> consume(EmbeddedKafka kafka, String topic, int count) {
        Map<String, Object> settings = client(kafka);
        settings.put("group.id", "readers-of-" + topic);
        settings.put("auto.offset.reset", "earliest");
        settings.put("isolation.level", "read_committed");
        try (Consumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(topic));
            return values(consumer, count);
        }
    }

    private static List<String> values(Consumer<String, String> consumer, int count) {
        List<String> values = new ArrayList<>();
        long giveUp = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (values.size() < count && System.nanoTime() < giveUp) {
            for (ConsumerRecord<String, String> received : consumer.poll(Duration.ofMillis(100))) {
                values.add(received.value());
            }
        }
        return values;
    }

    private static Map<String, Object> client(EmbeddedKafka kafka) {
        return new HashMap<>(Map.of("bootstrap.servers", kafka.bootstrapServers()));
    }
}
