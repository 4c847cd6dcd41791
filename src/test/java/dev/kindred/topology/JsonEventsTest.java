package dev.kindred.topology;

import static dev.kindred.testing.Streams.START_MS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.intake.RejectionReason;
import dev.kindred.model.Affinity;
import dev.kindred.model.CellKey;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Events in JSON on the topic have the results of the same events in Avro, with a key and without. */
final class JsonEventsTest {

    private static final String GOOD =
            "{\"userId\":\"user-1\",\"itemId\":\"tent\",\"type\":\"CLICK\",\"timestampMs\":" + START_MS + "}";

    private final TestStream stream = new TestStream();

    @AfterEach
    void close() {
        stream.close();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void send(byte @Nullable [] key, String json, Instant arrived) {
        stream.rawEvents.pipeInput(new TestRecord<>(key, bytes(json), arrived));
    }

    private static String header(TestRecord<byte[], byte[]> letter, String name) {
        return new String(
                Objects.requireNonNull(letter.headers().lastHeader(name), name).value(), StandardCharsets.UTF_8);
    }

    @Test
    void areLearnedLikeTheSameEventsInAvro() {
        stream.sendBytes(bytes(GOOD));
        List<KeyValue<CellKey, Affinity>> ofJson = stream.affinities.readKeyValuesToList();

        List<KeyValue<CellKey, Affinity>> ofAvro = new ArrayList<>();
        try (TestStream other = new TestStream()) {
            other.sendBytes(RawEvents.encode("user-1", "tent", "CLICK", START_MS, 1));
            ofAvro.addAll(other.affinities.readKeyValuesToList());
        }

        assertThat(ofJson).isEqualTo(ofAvro).hasSize(1);
        assertThat(stream.recommendations.getQueueSize()).isEqualTo(1);
        assertThat(stream.deadLetters.isEmpty()).isTrue();
    }

    @Test
    void mayUseTheUsualNamesAndNumbersAsIds() {
        stream.sendBytes(bytes("{\"userId\":4711,\"itemId\":39910,\"type\":\"add_to_cart\",\"timestampMs\":" + START_MS
                + ",\"strength\":2,\"eventId\":17}"));

        assertThat(stream.affinities.readKeyValue().key).isEqualTo(new CellKey("4711", "39910"));
    }

    @Test
    void withoutATimeHaveThatOfTheirRecord() {
        Instant arrived = Instant.now().minusSeconds(3 * 86_400);

        send(bytes("user-1"), "{\"userId\":\"user-1\",\"itemId\":\"tent\",\"type\":\"CLICK\"}", arrived);

        assertThat(stream.affinities.readKeyValue().value.touchedMs()).isEqualTo(arrived.toEpochMilli());
    }

    /** The time would otherwise be lost at the second topic, whose records may not be old. */
    @Test
    void keepTheirTimeOnTheWayToTheirPartition() {
        Instant arrived = Instant.now().minusSeconds(3 * 86_400);
        TestOutputTopic<byte[], byte[]> control = stream.driver.createOutputTopic(
                TestStream.TOPICS.control(), new ByteArrayDeserializer(), new ByteArrayDeserializer());

        send(null, "{\"userId\":\"user-1\",\"itemId\":\"tent\",\"type\":\"CLICK\"}", arrived);
        send(bytes("another key"), GOOD, arrived);

        List<KeyValue<byte[], byte[]>> rerouted = control.readKeyValuesToList();
        assertThat(rerouted).allMatch(record -> new String(record.key, StandardCharsets.UTF_8).equals("user-1"));
        assertThat(rerouted.get(1).value).isEqualTo(bytes(GOOD));
        assertThat(stream.affinities.readKeyValuesToList())
                .extracting(cell -> cell.value.touchedMs())
                .containsExactly(arrived.toEpochMilli(), arrived.toEpochMilli());
    }

    @Test
    void mayComeSeveralInARecord() {
        send(
                null,
                "{\"events\":[" + GOOD + ",{\"userId\":\"user-2\",\"itemId\":7,\"type\":\"SNIFF\"},"
                        + GOOD.replace("user-1", "user-3") + "]}",
                Instant.now());

        assertThat(stream.affinities.readKeyValuesToList())
                .extracting(cell -> cell.key)
                .containsExactly(new CellKey("user-1", "tent"), new CellKey("user-3", "tent"));
        TestRecord<byte[], byte[]> letter = stream.deadLetters.readRecord();
        assertThat(letter.value()).isEqualTo(bytes("{\"userId\":\"user-2\",\"itemId\":7,\"type\":\"SNIFF\"}"));
        assertThat(header(letter, DeadLetters.REASON)).isEqualTo("UNKNOWN_TYPE");
        assertThat(header(letter, DeadLetters.DETAIL)).contains("'SNIFF'").contains("BROWSE");
        assertThat(header(letter, DeadLetters.OFFSET)).isEqualTo("0");
        assertThat(stream.deadLetters.isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"itemId\":\"tent\",\"type\":\"CLICK\"} | INVALID_USER",
                "{\"userId\":\"NULL\",\"itemId\":\"tent\",\"type\":\"CLICK\"} | INVALID_USER",
                "{\"userId\":\"u\",\"itemId\":[],\"type\":\"CLICK\"} | INVALID_ITEM",
                "{\"userId\":\"u\",\"itemId\":\"t\",\"type\":1} | UNKNOWN_TYPE",
                "{\"userId\":\"u\",\"itemId\":\"t\",\"type\":\"CLICK\",\"timestampMs\":1} | INVALID_TIME",
                "{\"userId\":\"u\",\"itemId\":\"t\",\"type\":\"CLICK\",\"timestampMs\":\"now\"} | INVALID_TIME",
                "{\"userId\":\"u\",\"itemId\":\"t\",\"type\":\"CLICK\",\"strength\":1e999} | INVALID_STRENGTH",
                "{\"userId\":\"u\",\"itemId\":\"t\",\"type\":\"CLICK\",\"amount\":5} | INVALID_AMOUNT",
                "{\"userId\":\"u\",\"itemId\":\"t\",\"type\":\"CLICK\",\"eventId\":true} | INVALID_EVENT_ID",
                "{\"userId\":\"u\",\"itemId\":\"t\",\"type\":\"CLICK\",\"session\":5} | UNDECODABLE",
                "{\"userId\":\"u\",\"userId\":\"v\",\"itemId\":\"t\",\"type\":\"CLICK\"} | UNDECODABLE",
                "{\"userId\":1e999999999,\"itemId\":\"t\",\"type\":\"CLICK\",\"timestampMs\":2} | INVALID_TIME",
                "{} | UNDECODABLE",
                "{\"events\":{}} | UNDECODABLE",
                "{\"events\":[]} | UNDECODABLE",
                "{\"events\":[null],\"sentAt\":1} | UNDECODABLE",
                "{\"userId\":\"u\" | UNDECODABLE",
                "{} {} | UNDECODABLE"
            })
    void becomeDeadLettersIfTheyBreakARule(String json, RejectionReason reason) {
        send(null, json, Instant.now());

        TestRecord<byte[], byte[]> letter = stream.deadLetters.readRecord();
        assertThat(header(letter, DeadLetters.REASON)).isEqualTo(reason.name());
        assertThat(header(letter, DeadLetters.DETAIL)).isNotBlank();
        assertThat(letter.value()).isEqualTo(bytes(json));
        assertThat(stream.affinities.isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"userId\":\"\u00fc\",\"itemId\":\"t\",\"type\":\"CLICK\"}", "{\u00ff"})
    void areInUtf8(String json) {
        byte[] latin = json.getBytes(StandardCharsets.ISO_8859_1);

        stream.rawEvents.pipeInput(new TestRecord<>(null, latin, Instant.now()));

        TestRecord<byte[], byte[]> letter = stream.deadLetters.readRecord();
        assertThat(header(letter, DeadLetters.REASON)).isEqualTo("UNDECODABLE");
        assertThat(letter.value()).isEqualTo(latin);
    }

    @Test
    void ofAListThatWasShownChangeNothing() {
        stream.sendBytes(bytes("{\"userId\":\"user-1\",\"listId\":\"l-1\",\"shown\":[\"tent\",7]}"));

        assertThat(stream.affinities.isEmpty()).isTrue();
        assertThat(stream.recommendations.isEmpty()).isTrue();
        assertThat(stream.deadLetters.isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"userId\":\"user-1\",\"shown\":[]}",
                "{\"userId\":\"user-1\",\"shown\":\"tent\"}",
                "{\"userId\":\"user-1\",\"type\":\"CLICK\",\"shown\":[\"tent\"]}",
                "{\"userId\":\"user-1\",\"shown\":[[\"tent\"]]}"
            })
    void ofAListThatIsNoneAreRejected(String json) {
        stream.sendBytes(bytes(json));

        assertThat(stream.deadLetters.readValuesToList()).hasSize(1);
    }
}
