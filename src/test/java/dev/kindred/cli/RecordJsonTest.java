package dev.kindred.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.feedback.ListIds;
import dev.kindred.feedback.Outcome;
import dev.kindred.feedback.OutcomeKey;
import dev.kindred.feedback.OutcomeSums;
import dev.kindred.feedback.Touch;
import dev.kindred.feedback.UserFeedback;
import dev.kindred.model.Affinity;
import dev.kindred.model.CellKey;
import dev.kindred.model.ErasureReceipt;
import dev.kindred.model.ErasureRequest;
import dev.kindred.model.Interaction;
import dev.kindred.model.InteractionType;
import dev.kindred.model.Item;
import dev.kindred.model.KeyedHash;
import dev.kindred.model.ListReference;
import dev.kindred.model.Merge;
import dev.kindred.model.Reason;
import dev.kindred.model.Recommendations;
import dev.kindred.model.RecommendedItem;
import dev.kindred.model.SimilarItem;
import dev.kindred.model.SimilarItemLists;
import dev.kindred.model.Strategy;
import dev.kindred.model.UserAttributes;
import dev.kindred.profile.Lifecycle;
import dev.kindred.profile.Preference;
import dev.kindred.profile.Preferences;
import dev.kindred.profile.PriceBand;
import dev.kindred.profile.PublishedProfile;
import dev.kindred.profile.TermPreference;
import dev.kindred.profile.UserHabits;
import dev.kindred.profile.UserProfile;
import dev.kindred.serde.AvroSerdes;
import dev.kindred.serde.SerdeSettings;
import dev.kindred.state.FeedbackCodec;
import dev.kindred.vector.VectorContent;
import dev.kindred.vector.VectorMove;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class RecordJsonTest {

    private final AvroSerdes serdes = new AvroSerdes(SerdeSettings.bundled());

    @Nested
    final class OfRecommendations {

        private final RecordJson json = RecordJson.recommendations(serdes);

        private ConsumerRecord<byte[], byte[]> record(Recommendations list) {
            return RecordJsonTest.record(
                    utf8("alice"), serdes.recommendationsSerializer().serialize("topic", list));
        }

        @Test
        void holdsTheWholeList() {
            var list = new Recommendations(
                    "alice",
                    List.of(new RecommendedItem(
                            "tent", 1, 0.5, Strategy.USER_BASED, 2, List.of(new Reason("stove", 0.75)))),
                    Optional.of("e1"),
                    1000,
                    1007,
                    3);

            assertThat(json.toJson(record(list)))
                    .hasToString("{\"userId\":\"alice\",\"triggerEventId\":\"e1\",\"triggerTimestampMs\":1000,"
                            + "\"computedAtMs\":1007,\"vectorVersion\":3,\"fallback\":false,\"items\":[{\"rank\":1,"
                            + "\"itemId\":\"tent\",\"score\":0.5,\"strategy\":\"USER_BASED\",\"similarUsers\":2,"
                            + "\"reasons\":[{\"itemId\":\"stove\",\"share\":0.75}]}]}");
        }

        @Test
        void hasThePartsOfABlendAsOverHttp() {
            var item = new RecommendedItem(
                    "tent",
                    1,
                    0.5,
                    Strategy.CONTENT_BASED,
                    0,
                    List.of(),
                    Map.of(Strategy.CONTENT_BASED, 0.75, Strategy.POPULAR, 0.25),
                    List.of("green"));
            var list = new Recommendations(
                    "alice", List.of(), Optional.empty(), 1000, 1007, 3, Map.of("home", List.of(item)));

            assertThat(json.toJson(record(list)))
                    .hasToString("{\"userId\":\"alice\",\"triggerTimestampMs\":1000,\"computedAtMs\":1007,"
                            + "\"vectorVersion\":3,\"fallback\":false,\"items\":[],\"scenarios\":{\"home\":[{\"rank\":1,"
                            + "\"itemId\":\"tent\",\"score\":0.5,\"strategy\":\"CONTENT_BASED\",\"similarUsers\":0,"
                            + "\"parts\":[{\"strategy\":\"POPULAR\",\"share\":0.25},"
                            + "{\"strategy\":\"CONTENT_BASED\",\"share\":0.75}],"
                            + "\"reasons\":[],\"terms\":[\"green\"]}]}}");
        }

        @Test
        void marksADeletedList() {
            assertThat(json.toJson(RecordJsonTest.record(utf8("alice"), null)))
                    .hasToString("{\"userId\":\"alice\",\"deleted\":true}");
        }

        @Test
        void belongsToItsKey() {
            assertThat(json.isOf("alice", RecordJsonTest.record(utf8("alice"), null)))
                    .isTrue();
            assertThat(json.isOf("alic", RecordJsonTest.record(utf8("alice"), null)))
                    .isFalse();
        }
    }

    @Nested
    final class OfMerges {

        private final RecordJson json = RecordJson.merges(serdes);
        private final byte[] value = serdes.mergeSerializer().serialize("topic", new Merge("visitor", "alice", 1000));

        @Test
        void holdsBothUsers() {
            assertThat(json.toJson(record(utf8("visitor"), value)))
                    .hasToString("{\"from\":\"visitor\",\"into\":\"alice\",\"timestampMs\":1000}");
        }

        @Test
        void belongsToBoth() {
            assertThat(json.isOf("alice", record(utf8("any"), value))).isTrue();
            assertThat(json.isOf("visitor", record(utf8("any"), value))).isTrue();
            assertThat(json.isOf("any", record(utf8("any"), value))).isFalse();
        }
    }

    @Nested
    final class OfEvents {

        private final RecordJson json = RecordJson.events(serdes);

        @Test
        void haveTheFieldsInWhichTheyAreSentOverHttp() {
            var event = new Interaction(
                    Optional.of("e1"),
                    "ann",
                    "tea",
                    InteractionType.PURCHASE,
                    1000,
                    1,
                    OptionalDouble.of(9.5),
                    new ListReference(Optional.of("l-1"), Optional.empty(), Optional.empty(), OptionalInt.of(2)));

            String printed = json.toJson(
                            record(utf8("any"), serdes.interactionSerializer().serialize("topic", event)))
                    .toString();

            assertThat(printed)
                    .isEqualTo("{\"userId\":\"ann\",\"itemId\":\"tea\",\"type\":\"PURCHASE\",\"timestampMs\":1000,"
                            + "\"strength\":1.0,\"eventId\":\"e1\",\"amount\":9.5,\"listId\":\"l-1\",\"position\":2}");
            assertThat(json.toJson(record(utf8("any"), utf8(printed)))).hasToString(printed); // an event in JSON
        }
    }

    @Nested
    final class OfErasures {

        @Test
        void areRequestsAndReceipts() {
            var request = new ErasureRequest("r-1", "ann", 1000, "asked for");
            var receipt = new ErasureReceipt(
                    "r-1",
                    "ab12",
                    1,
                    2,
                    new ErasureReceipt.Held(3, 2, true),
                    "",
                    Map.of(),
                    ErasureReceipt.Link.first(0));

            assertThat(RecordJson.erasures(serdes)
                            .toJson(record(
                                    utf8("ann"), serdes.erasureSerializer().serialize("topic", request))))
                    .hasToString(
                            "{\"requestId\":\"r-1\",\"userId\":\"ann\",\"requestedMs\":1000,\"reason\":\"asked for\"}");
            assertThat(RecordJson.receipts(serdes)
                            .toJson(record(
                                    utf8("r-1"), serdes.receiptSerializer().serialize("topic", receipt)))
                            .toString())
                    .startsWith(
                            "{\"requestId\":\"r-1\",\"state\":\"done\",\"receipt\":{\"user\":\"ab12\",\"requestedMs\":1,");
        }
    }

    @Nested
    final class OfOutcomes {

        @Test
        void haveTheirKeyAndAllCounts() {
            var key = new OutcomeKey("home", "bold", true, Optional.empty(), 0, LocalDate.of(2026, 11, 27));
            var sums = new OutcomeSums(0, 0, 0, 0, 0, 5, 2, 1, 0, 3);
            Outcome outcome = new Outcome(key, 7, sums);

            assertThat(RecordJson.outcomes(serdes)
                            .toJson(record(
                                    utf8(outcome.recordKey()),
                                    serdes.outcomeSerializer().serialize("topic", outcome))))
                    .hasToString("{\"key\":\"home|bold|listed||0|2026-11-27|7\",\"scenario\":\"home\","
                            + "\"variant\":\"bold\",\"listed\":true,\"position\":0,\"day\":\"2026-11-27\",\"partition\":7,"
                            + "\"lists\":5,\"clickedLists\":2,\"boughtLists\":1,\"impressions\":0,\"clicks\":0,\"carts\":0,"
                            + "\"purchases\":0,\"revenue\":0.0,\"users\":3}");
        }
    }

    @Nested
    final class OfMoves {

        private final FeedbackCodec codec = new FeedbackCodec(new ListIds(KeyedHash.random()));

        private String printed(VectorMove move) {
            return RecordJson.moves(serdes, codec)
                    .toJson(record(utf8("ann"), serdes.moveSerializer().serialize("topic", move)))
                    .toString();
        }

        @Test
        void haveTheVectorOnItsWayAndWhatWasShown() {
            VectorMove request = VectorMove.request("m-1", new Merge("visitor", "ann", 0));
            VectorContent content = new VectorContent(
                    2,
                    1000,
                    Optional.empty(),
                    List.of(new VectorContent.MovedCell("tea", 2, 900, 0.5, InteractionType.CLICK.bit())));

            assertThat(printed(request)).isEqualTo("{\"from\":\"visitor\",\"into\":\"ann\"}");
            assertThat(printed(request.with(content)))
                    .isEqualTo("{\"from\":\"visitor\",\"into\":\"ann\",\"events\":2,\"lastEventMs\":1000,\"items\":["
                            + "{\"itemId\":\"tea\",\"affinity\":2.0,\"interest\":0.5,\"touchedMs\":900,"
                            + "\"types\":[\"CLICK\"]}]}");
            Touch touch = new Touch("tea", InteractionType.CLICK, 900, 0, "");
            byte[] feedback = codec.encode(new UserFeedback(900, List.of(), List.of(touch)));
            assertThat(printed(request.with(Optional.empty(), Optional.of(ByteBuffer.wrap(feedback)))))
                    .isEqualTo("{\"from\":\"visitor\",\"into\":\"ann\",\"feedback\":{\"lists\":[],\"interactions\":["
                            + "{\"itemId\":\"tea\",\"type\":\"CLICK\",\"timestampMs\":900,\"amount\":0.0}]}}");
        }
    }

    @Nested
    final class OfAffinities {

        private final byte[] key = new CellKey("alice", "tent").toBytes();
        private final RecordJson json = RecordJson.affinities(serdes);

        @Test
        void namesTheCellAndTheTypes() {
            var cell = new Affinity(6, 1000, InteractionType.CLICK.bit() | InteractionType.PURCHASE.bit());

            assertThat(json.toJson(record(key, serdes.affinitySerializer().serialize("topic", cell))))
                    .hasToString("{\"userId\":\"alice\",\"itemId\":\"tent\",\"affinity\":6.0,\"touchedMs\":1000,"
                            + "\"types\":[\"CLICK\",\"PURCHASE\"]}");
        }

        @Test
        void marksADeletedCell() {
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
    final class OfSimilarItems {

        private final RecordJson json = RecordJson.similarItems(serdes);

        @Test
        void holdsBothListsWithTheDigitsThatWerePublished() {
            var lists = new SimilarItemLists("tent", 1000, List.of(new SimilarItem("stove", 0.123)), List.of());

            assertThat(json.toJson(
                            record(utf8("tent"), serdes.similarItemsSerializer().serialize("topic", lists))))
                    .hasToString("{\"itemId\":\"tent\",\"computedAtMs\":1000,"
                            + "\"similar\":[{\"itemId\":\"stove\",\"similarity\":0.123}],\"boughtTogether\":[]}");
        }

        @Test
        void marksDeletedSimilarItems() {
            assertThat(json.toJson(record(utf8("tent"), null))).hasToString("{\"itemId\":\"tent\",\"deleted\":true}");
        }
    }

    @Nested
    final class OfItems {

        private final RecordJson json = RecordJson.items(serdes);

        @Test
        void canBeImported() {
            Item item = Item.of("tent", "Tent", List.of("Outdoors"));

            assertThat(json.toJson(record(utf8("tent"), serdes.itemSerializer().serialize("topic", item))))
                    .hasToString("{\"itemId\":\"tent\",\"title\":\"Tent\",\"description\":\"\","
                            + "\"categories\":[\"Outdoors\"],\"tags\":[],\"brand\":\"\",\"imageUrl\":\"\","
                            + "\"attributes\":{},\"available\":true,\"hidden\":false,\"updatedMs\":0}");
        }

        @Test
        void marksADeletedItem() {
            assertThat(json.toJson(record(utf8("tent"), null))).hasToString("{\"itemId\":\"tent\",\"deleted\":true}");
        }

        @Test
        void haveNoUser() {
            assertThat(json.isOf("tent", record(utf8("tent"), null))).isFalse();
        }
    }

    @Nested
    final class OfUsers {

        private final RecordJson json = RecordJson.users(serdes);

        @Test
        void equalTheAnswerOverHttp() {
            var said = new UserAttributes("ann", Map.of("country", "DE"), Map.of("email", true), 1000);

            assertThat(json.toJson(record(
                            utf8("ann"), serdes.userAttributesSerializer().serialize("topic", said))))
                    .hasToString("{\"userId\":\"ann\",\"attributes\":{\"country\":\"DE\"},"
                            + "\"consents\":{\"email\":true},\"updatedMs\":1000}");
        }

        @Test
        void belongToTheirKey() {
            assertThat(json.isOf("ann", record(utf8("ann"), null))).isTrue();
            assertThat(json.isOf("bob", record(utf8("ann"), null))).isFalse();
        }
    }

    @Nested
    final class OfProfiles {

        private final RecordJson json = RecordJson.userProfiles(serdes);
        private final byte[] value = serdes.profileSerializer()
                .serialize(
                        "topic",
                        new PublishedProfile(
                                "ann",
                                new UserProfile(
                                        1000,
                                        2,
                                        1,
                                        Map.of(InteractionType.PURCHASE, 1),
                                        100,
                                        900,
                                        Lifecycle.NEW,
                                        new UserHabits(
                                                Map.of(InteractionType.PURCHASE, 2L),
                                                1,
                                                List.of(1.0),
                                                Map.of(DayOfWeek.MONDAY, 1.0),
                                                2,
                                                7.5),
                                        new Preferences(
                                                List.of(new Preference("Home", 1)),
                                                List.of(),
                                                List.of(),
                                                List.of(new PriceBand("EUR", 1, 3, 4, 5)),
                                                List.of(new TermPreference("word", "tea", 0.5))),
                                        Map.of("country", "DE"),
                                        Map.of("email", true)),
                                List.of("vip")));

        @Test
        void equalTheAnswerOverHttp() {
            assertThat(json.toJson(record(utf8("ann"), value)))
                    .hasToString(
                            "{\"userId\":\"ann\",\"asOfMs\":1000,\"events\":2,\"firstSeenMs\":100,\"lastSeenMs\":900,"
                                    + "\"sinceLastSeenMs\":100,\"eventsPerWeek\":2.0,\"sessionsPerWeek\":1.0,"
                                    + "\"lifecycle\":\"NEW\",\"segments\":[\"vip\"],"
                                    + "\"attributes\":{\"country\":\"DE\"},\"consents\":{\"email\":true},"
                                    + "\"itemsByType\":{\"PURCHASE\":1},\"habits\":{\"eventsByType\":{\"PURCHASE\":2},"
                                    + "\"sessions\":1,\"hours\":[1.0],\"weekdays\":{\"MONDAY\":1.0},\"paidPurchases\":2,\"spent\":7.5},"
                                    + "\"preferences\":{\"categories\":[{\"name\":\"Home\",\"weight\":1.0}],\"brands\":[],\"tags\":[],"
                                    + "\"prices\":[{\"currency\":\"EUR\",\"weight\":1.0,\"low\":3.0,\"median\":4.0,\"high\":5.0}],"
                                    + "\"terms\":[{\"kind\":\"word\",\"term\":\"tea\",\"weight\":0.5}]}}");
        }

        @Test
        void belongToTheirUser() {
            assertThat(json.isOf("ann", record(utf8("ann"), value))).isTrue();
            assertThat(json.isOf("bob", record(utf8("ann"), value))).isFalse();
        }

        @Test
        void markADeletedUser() {
            assertThat(json.toJson(record(utf8("ann"), null))).hasToString("{\"userId\":\"ann\",\"deleted\":true}");
        }
    }

    @Nested
    final class OfDeadLetters {

        private final RecordJson json = RecordJson.deadLetters();

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
        void omitsMissingFields() {
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
