package dev.kindred.http.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.app.Topologies;
import dev.kindred.config.KindredConfig;
import dev.kindred.http.api.TestServer.Answer;
import dev.kindred.intake.IntakeSettings;
import dev.kindred.logs.LogFormat;
import dev.kindred.logs.LogLine;
import dev.kindred.logs.LogReader;
import dev.kindred.logs.LogSettings;
import dev.kindred.model.Interaction;
import dev.kindred.topology.RawEvents;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Law: files (and so replay, evaluate and tune), HTTP and the topic, in JSON and in Avro, reject the same events for the
 * same reasons.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DoorsTest {

    private static final IntakeSettings RULES =
            new IntakeSettings(TestServer.MAX_ID_BYTES, Duration.ofHours(1), Instant.EPOCH);
    private static final String HEADER = "user_id;item_id;event_type;timestamp;strength;amount;event_id\n";

    private final TestServer server = new TestServer();
    private final TopologyTestDriver stream;
    private final TestOutputTopic<byte[], byte[]> deadLetters;
    private final Path directory;

    DoorsTest(@TempDir Path directory) {
        this.directory = directory;
        KindredConfig config =
                KindredConfig.of(Map.of("event.id.max.bytes", "100", "event.earliest.timestamp.ms", "0"));
        stream = new TopologyTestDriver(Topologies.of(config, 1), new Properties(), TestServer.NOW);
        deadLetters = stream.createOutputTopic(
                config.topics().deadLetters(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    @AfterAll
    void close() {
        stream.close();
        server.close();
    }

    /** The reason {@code -} stands for none; a field is left out if it is {@code -}. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            value = {
                "ann | tea | CLICK | 1700000000000 | 1 | - | -",
                "ann | tea | view_item | 1700000000000 | 2.5 | - | e1",
                "4711 | 39910 | Order Completed | 1700000000000 | 1 | 19.5 | 17",
                "NULL | tea | CLICK | 1700000000000 | 1 | - | INVALID_USER",
                "nan | tea | CLICK | 1700000000000 | 1 | - | INVALID_USER",
                "\\N | tea | CLICK | 1700000000000 | 1 | - | INVALID_USER",
                "undefined | tea | CLICK | 1700000000000 | 1 | - | INVALID_USER",
                "zero\u200Bwidth | tea | CLICK | 1700000000000 | 1 | - | INVALID_USER",
                "an\u0007n | tea | CLICK | 1700000000000 | 1 | - | INVALID_USER",
                "ann | None | CLICK | 1700000000000 | 1 | - | INVALID_ITEM",
                "ann | #N/A | CLICK | 1700000000000 | 1 | - | INVALID_ITEM",
                "ann | - | CLICK | 1700000000000 | 1 | - | INVALID_ITEM",
                "ann | xxxxxxxxxxyyyyyyyyyyxxxxxxxxxxyyyyyyyyyyxxxxxxxxxxyyyyyyyyyyxxxxxxxxxxyyyyyyyyyyxxxxxxxxxxyyyyyyyyyyz"
                        + " | CLICK | 1700000000000 | 1 | - | INVALID_ITEM",
                "ann | tea | SNIFF | 1700000000000 | 1 | - | UNKNOWN_TYPE",
                "ann | tea | refund | 1700000000000 | 1 | - | UNKNOWN_TYPE",
                "ann | tea | CLICK | 1704071000000 | 1 | - | INVALID_TIME",
                "ann | tea | CLICK | 2122867355000 | 1 | - | INVALID_TIME",
                "ann | tea | CLICK | 1700000000000 | 0 | - | INVALID_STRENGTH",
                "ann | tea | CLICK | 1700000000000 | -1 | - | INVALID_STRENGTH",
                "ann | tea | CLICK | 1700000000000 | 2000000 | - | INVALID_STRENGTH",
                "ann | tea | CLICK | 1700000000000 | 1e999 | - | INVALID_STRENGTH",
                "ann | tea | PURCHASE | 1700000000000 | 1 | -5 | INVALID_AMOUNT",
                "ann | tea | PURCHASE | 1700000000000 | 1 | 1e13 | INVALID_AMOUNT"
            })
    void rejectTheSameEvents(
            String user, String item, String type, long timestampMs, String strength, String amount, String outcome)
            throws IOException {
        String reason = outcome.startsWith("INVALID") || outcome.startsWith("UNKNOWN") ? outcome : "-";
        String eventId = reason.equals("-") ? outcome : "-";
        String json = "{" + quoted("userId", user) + quoted("itemId", item) + quoted("type", type)
                + number("strength", strength) + number("amount", amount) + quoted("eventId", eventId)
                + "\"timestampMs\":" + timestampMs + "}";
        String line = List.of(user, item, type, String.valueOf(timestampMs), strength, amount, eventId).stream()
                .map(text -> text.equals("-") ? "" : text)
                .reduce((a, b) -> a + ";" + b)
                .orElseThrow();

        assertThat(overHttp(json)).as("over HTTP").isEqualTo(reason);
        assertThat(onTheTopic(json.getBytes(StandardCharsets.UTF_8)))
                .as("in JSON on the topic")
                .isEqualTo(reason);
        assertThat(inAFile("events.jsonl", json)).as("in a file of JSON").isEqualTo(!reason.equals("-"));
        assertThat(inAFile("events.csv", HEADER + line)).as("in a table").isEqualTo(!reason.equals("-"));
        boolean hasAvro = amount.equals("-") && type.equals("CLICK");
        if (hasAvro) {
            byte[] avro = RawEvents.encode(
                    user, item.equals("-") ? "" : item, type, timestampMs, Double.parseDouble(strength));
            assertThat(onTheTopic(avro)).as("in Avro on the topic").isEqualTo(reason);
        }
    }

    private static String quoted(String name, String text) {
        return text.equals("-")
                ? ""
                : "\"%s\":\"%s\",".formatted(name, text.replace("\\", "\\\\").replace("\u0007", "\\u0007"));
    }

    private static String number(String name, String text) {
        return text.equals("-") ? "" : "\"%s\":%s,".formatted(name, text);
    }

    private String overHttp(String json) {
        String good = "{\"userId\":\"ada\",\"itemId\":\"tea\",\"type\":\"CLICK\"}";
        Answer answer = server.post("/v1/events", "{\"events\":[" + good + "," + json + "]}");
        assertThat(answer.status()).isEqualTo(202);
        String reason = answer.at("/rejected/0/reason");
        return reason.isEmpty() ? "-" : reason;
    }

    private String onTheTopic(byte[] value) {
        stream.createInputTopic("events", new ByteArraySerializer(), new ByteArraySerializer())
                .pipeInput(new TestRecord<>(null, value, TestServer.NOW));
        if (deadLetters.isEmpty()) {
            return "-";
        }
        byte[] reason = Objects.requireNonNull(
                        deadLetters.readRecord().headers().lastHeader("kindred.reason"))
                .value();
        return new String(reason, StandardCharsets.UTF_8);
    }

    /** Whether the only event of a file is rejected. */
    private boolean inAFile(String name, String text) throws IOException {
        Path file = Files.writeString(directory.resolve(name), text + "\n");
        Clock clock = Clock.fixed(TestServer.NOW, ZoneOffset.UTC);
        LogSettings settings = new LogSettings(LogFormat.AUTO, Map.of(), Map.of(), ZoneOffset.UTC, RULES, clock);
        try (LogReader reader = LogReader.open(file, settings)) {
            List<LogLine<Interaction>> lines = reader.stream().toList();
            assertThat(lines).hasSize(1);
            return lines.get(0) instanceof LogLine.Rejected<Interaction>;
        }
    }
}
