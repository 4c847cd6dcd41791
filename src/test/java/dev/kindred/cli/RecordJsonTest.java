package dev.kindred.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.model.Affinity;
import dev.kindred.model.CellKey;
import dev.kindred.model.InteractionType;
import dev.kindred.model.Item;
import dev.kindred.model.Reason;
import dev.kindred.model.Recommendations;
import dev.kindred.model.RecommendedItem;
import dev.kindred.model.Strategy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class RecordJsonTest {

    @Nested
    final class OfRecommendations {

        private final RecordJson json = new RecommendationsJson((topic, bytes) -> new Recommendations(
                "alice",
                List.of(new RecommendedItem(
                        "tent", 1, 0.5, Strategy.USER_BASED, 2, List.of(new Reason("stove", 0.75)))),
                Optional.of("e1"),
                1000,
                1007,
                3));

        @Test
        void holdsTheWholeList() {
            assertThat(json.toJson(record(utf8("alice"), utf8("x"))))
                    .hasToString("{\"userId\":\"alice\",\"triggerEventId\":\"e1\",\"triggerTimestampMs\":1000,"
                            + "\"computedAtMs\":1007,\"vectorVersion\":3,\"fallback\":false,\"items\":[{\"rank\":1,"
                            + "\"itemId\":\"tent\",\"score\":0.5,\"strategy\":\"USER_BASED\",\"similarUsers\":2,"
                            + "\"reasons\":[{\"itemId\":\"stove\",\"share\":0.75}]}]}");
        }

        @Test
        void saysThatAListIsGone() {
            assertThat(json.toJson(record(utf8("alice"), null))).hasToString("{\"userId\":\"alice\",\"deleted\":true}");
        }

        @Test
        void belongsToItsKey() {
            assertThat(json.isOf("alice", record(utf8("alice"), null))).isTrue();
            assertThat(json.isOf("alic", record(utf8("alice"), null))).isFalse();
        }
    }

    @Nested
    final class OfAffinities {

        private final byte[] key = new CellKey("alice", "tent").toBytes();
        private final RecordJson json = new AffinityJson(
                (topic, bytes) -> new Affinity(6, 1000, InteractionType.CLICK.bit() | InteractionType.PURCHASE.bit()));

        @Test
        void namesTheCellAndTheTypes() {
            assertThat(json.toJson(record(key, utf8("x"))))
                    .hasToString("{\"userId\":\"alice\",\"itemId\":\"tent\",\"affinity\":6.0,\"touchedMs\":1000,"
                            + "\"types\":[\"CLICK\",\"PURCHASE\"]}");
        }

        @Test
        void saysThatACellIsGone() {
            assertThat(json.toJson(record(key, null)))
                    .hasToString("{\"userId\":\"alice\",\"itemId\":\"tent\",\"deleted\":true}");
        }

        @Test
        void belongsToTheUserOfTheCell() {
            assertThat(json.isOf("alice", record(key, null))).isTrue();
            assertThat(json.isOf("ali", record(key, null))).isFalse();
        }
    }

    @Nested
    final class OfItems {

        private final RecordJson json = new ItemJson((topic, bytes) -> Item.of("tent", "Tent", List.of("Outdoors")));

        @Test
        void canBeImported() {
            assertThat(json.toJson(record(utf8("tent"), utf8("x"))))
                    .hasToString("{\"itemId\":\"tent\",\"title\":\"Tent\",\"description\":\"\","
                            + "\"categories\":[\"Outdoors\"],\"tags\":[],\"brand\":\"\",\"imageUrl\":\"\","
                            + "\"attributes\":{},\"available\":true,\"hidden\":false,\"updatedMs\":0}");
        }

        @Test
        void saysThatAnItemIsGone() {
            assertThat(json.toJson(record(utf8("tent"), null))).hasToString("{\"itemId\":\"tent\",\"deleted\":true}");
        }
    }

    @Nested
    final class OfDeadLetters {

        private final RecordJson json = new DeadLetterJson();

        @Test
        void holdsTheReasonAndTheBytesExactlyAndReadably() {
            var letter = record(utf8("alice"), new byte[] {'h', 'i', 0, (byte) 0xff});
            letter.headers().add("kindred.reason", utf8("user is empty"));

            // 68 69 00 ff is aGkA/w== in base64
            assertThat(json.toJson(letter))
                    .hasToString("{\"partition\":1,\"offset\":7,\"timestampMs\":-1,"
                            + "\"headers\":{\"kindred.reason\":\"user is empty\"},\"key\":\"alice\","
                            + "\"value\":\"aGkA/w==\",\"preview\":\"hi\u00b7\ufffd\"}");
        }

        @Test
        void leavesOutWhatDidNotCome() {
            assertThat(json.toJson(record(null, null)))
                    .hasToString("{\"partition\":1,\"offset\":7,\"timestampMs\":-1,\"headers\":{}}");
        }

        @Test
        void previewsTheBeginningOnly() {
            var letter = json.toJson(record(null, utf8("\u00e9".repeat(500))));

            assertThat(letter.get("preview").asText()).isEqualTo("\u00e9".repeat(200));
        }
    }

    private static ConsumerRecord<byte[], byte[]> record(byte @Nullable [] key, byte @Nullable [] value) {
        return new ConsumerRecord<>("topic", 1, 7, key, value);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
