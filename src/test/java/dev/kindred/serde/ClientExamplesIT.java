package dev.kindred.serde;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.config.KindredConfig;
import dev.kindred.lab.embedded.EmbeddedKafka;
import dev.kindred.testing.SharedKafka;
import dev.kindred.testing.TopicTail;
import dev.kindred.testing.Wait;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The examples of {@code src/USAGE.md} for programs of a shop. */
@Timeout(120)
@ExtendWith(SharedKafka.class)
final class ClientExamplesIT {

    private static final Duration DEADLINE = Duration.ofSeconds(60);

    private static String example(String language) throws IOException {
        Matcher example = Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("src", "USAGE.md")));
        assertThat(example.find()).as(language).isTrue();
        return example.group(1);
    }

    @Test
    void javaSendsAnEventAndReadsLists(EmbeddedKafka kafka, @TempDir Path directory) throws Exception {
        Path source = directory.resolve("Example.java");
        Files.writeString(
                source,
                example("java")
                        .replace("localhost:9092", kafka.bootstrapServers())
                        .replace("\"events\"", "\"example-events\"")
                        .replace("\"recommendations\"", "\"example-recommendations\""));
        Map<String, Object> client = Map.of("bootstrap.servers", kafka.bootstrapServers());
        try (Admin admin = Admin.create(client)) {
            admin.createTopics(List.of("example-events", "example-recommendations").stream()
                            .map(name -> new NewTopic(name, 1, (short) 1))
                            .toList())
                    .all()
                    .get();
        }
        try (KafkaProducer<String, Object> lists =
                new KafkaProducer<>(client, new StringSerializer(), new KindredAvroSerializer())) {
            lists.send(new ProducerRecord<>("example-recommendations", "bob", list()))
                    .get();
        }
        Path output = directory.resolve("output.txt");

        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        source.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        KindredConfig config = KindredConfig.of(Map.of("bootstrap.servers", kafka.bootstrapServers()));
        try (TopicTail<String, Object> events =
                new TopicTail<>(config, "example-events", new StringDeserializer(), new KindredAvroDeserializer())) {
            events.awaitCount(1, DEADLINE);
            GenericRecord event = (GenericRecord) events.records().get(0).value();
            assertThat(event.get("itemId")).hasToString("coffee-015");
            assertThat(event.get("type")).hasToString("CLICK");

            Wait.until(
                    DEADLINE,
                    "a list in the example's output",
                    () -> text(output).contains("bob []"));
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private static GenericRecord list() throws IOException {
        Schema schema = new Schema.Parser()
                .parse(Path.of("schemas", "recommendations.avsc").toFile());
        return new GenericRecordBuilder(schema).set("userId", "bob").build();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The id in the other examples is that of the schema in {@code schemas/}. */
    @Test
    void theSchemaIdIsTheCurrentOne() throws IOException {
        Schema schema = new Schema.Parser()
                .parse(Path.of("schemas", "interaction-event.avsc").toFile());
        int id = new BundledSchemas().idOf("events-value", schema);

        assertThat(example("python")).contains("struct.pack(\">I\", " + id + ")");
        assertThat(example("javascript")).contains("Buffer.from([0, 0, 0, 0, " + id + "])");
    }
}
