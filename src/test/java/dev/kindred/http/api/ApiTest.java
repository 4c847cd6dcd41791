package dev.kindred.http.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindred.http.api.TestServer.Answer;
import dev.kindred.model.ErasureReceipt;
import dev.kindred.model.ErasureRequest;
import dev.kindred.model.Interaction;
import dev.kindred.model.InteractionType;
import dev.kindred.model.ItemChange;
import dev.kindred.model.ListReference;
import dev.kindred.model.Merge;
import dev.kindred.model.UserAttributes;
import dev.kindred.model.UserChange;
import dev.kindred.query.ScenarioQuestion;
import dev.kindred.scenario.Excludes;
import dev.kindred.scenario.Scenario;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ApiTest {

    private final TestServer server = new TestServer();

    @AfterAll
    void stop() {
        server.close();
    }

    private static void assertProblem(Answer answer, int status, String kind, String field) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.at("/type")).isEqualTo("urn:kindred:problem:" + kind);
        assertThat(answer.json().at("/status").asInt()).isEqualTo(status);
        assertThat(answer.at("/title")).isNotEmpty();
        assertThat(answer.at("/detail")).isNotEmpty();
        assertThat(answer.at("/field")).isEqualTo(field);
    }

    @Nested
    final class Users {

        @Test
        void getTheirList() {
            Answer answer = server.get("/v1/users/ada/recommendations");

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("Content-Type")).isEqualTo("application/json");
            assertThat(answer.at("/vectorVersion")).isEqualTo("7");
            assertThat(answer.at("/asOfMs")).isEqualTo("1000");
            assertThat(answer.at("/fallback")).isEqualTo("false");
            assertThat(answer.at("/items/1/itemId")).isEqualTo("item-2");
            assertThat(answer.at("/items/1/rank")).isEqualTo("2");
            assertThat(answer.at("/items/1/score")).isEqualTo("0.5");
            assertThat(answer.at("/items/1/strategy")).isEqualTo("USER_BASED");
            assertThat(answer.json().at("/items/1/reasons").isMissingNode()).isTrue();
        }

        @Test
        void setTheLengthAndExcludes() {
            server.get("/v1/users/ada/recommendations?k=2&exclude=seen,disliked");

            assertThat(server.queries.lastScenario().scenario().k()).isEqualTo(2);
            assertThat(server.queries.lastScenario().scenario().excludes().words())
                    .containsExactlyInAnyOrder("seen", "disliked");
        }

        @Test
        void haveTheDefaultsOfTheSettings() {
            server.get("/v1/users/ada/recommendations");

            assertThat(server.queries.lastScenario().scenario().k()).isEqualTo(20);
            assertThat(server.queries.lastScenario().scenario().excludes().words())
                    .containsExactlyInAnyOrder("current", "purchased");
        }

        @Test
        void mayHaveNothingLeftOut() {
            server.get("/v1/users/ada/recommendations?exclude=none");

            assertThat(server.queries.lastScenario().scenario().excludes().words())
                    .isEmpty();
        }

        @Test
        void getReasonsOnRequest() {
            Answer answer = server.get("/v1/users/ada/recommendations?explain=true");

            assertThat(answer.at("/items/0/reasons/0/itemId")).isEqualTo("tea");
            assertThat(answer.at("/items/0/reasons/0/share")).isEqualTo("0.5");
        }

        @Test
        void getAListForAPlaceOfTheShop() {
            Answer answer = server.get("/v1/users/ada/recommendations?scenario=home&explain=true&without=cup,pot");

            assertThat(server.queries.lastScenario().scenario().k()).isEqualTo(6);
            assertThat(server.queries.lastScenario().without()).containsExactlyInAnyOrder("cup", "pot");
            assertThat(server.queries.lastScenario().nowMs()).isEqualTo(TestServer.NOW.toEpochMilli());
            assertThat(answer.json().at("/items/0").toString())
                    .isEqualTo("{\"rank\":1,\"itemId\":\"item-1\",\"score\":0.9,\"strategy\":\"CONTENT_BASED\","
                            + "\"similarUsers\":0,\"parts\":[{\"strategy\":\"CONTENT_BASED\",\"share\":0.75},"
                            + "{\"strategy\":\"TRENDING\",\"share\":0.25}],\"reasons\":[{\"itemId\":\"tea\",\"share\":0.75}],"
                            + "\"terms\":[\"green\",\"leaf\"],\"trendPosition\":3}");
        }

        @Test
        void decideHowLongTheListForAPlaceIs() {
            server.get("/v1/users/ada/recommendations?scenario=home&k=3");

            assertThat(server.queries.lastScenario().scenario().k()).isEqualTo(3);
        }

        @Test
        void areToldWhichPlacesThereAre() {
            Answer answer = server.get("/v1/users/ada/recommendations?scenario=attic");

            assertProblem(answer, 400, "invalid-parameter", "scenario");
            assertThat(answer.at("/detail")).isEqualTo("scenario must be one of home, default");
        }

        @Test
        void excludeOtherItemsThanThePlaceDoes() {
            server.get("/v1/users/ada/recommendations?scenario=home&exclude=seen&without=cup");

            ScenarioQuestion question = server.queries.lastScenario();
            assertThat(question.scenario().name()).isEqualTo("home");
            assertThat(question.scenario().excludes().words()).containsExactly("seen");
            assertThat(question.without()).containsExactly("cup");
        }

        @Test
        void leaveItemsOutOfTheDefaultListByItsNameAndWithoutIt() {
            server.get("/v1/users/ada/recommendations?without=cup");
            ScenarioQuestion unnamed = server.queries.lastScenario();
            server.get("/v1/users/ada/recommendations?scenario=default&without=cup");

            assertThat(unnamed.without()).containsExactly("cup");
            assertThat(unnamed.scenario())
                    .isEqualTo(Scenario.userBased(20, Excludes.of(List.of("current", "purchased"))));
            assertThat(server.queries.lastScenario()).isEqualTo(unnamed);
        }

        @Test
        void getAFallbackForAPlaceOfTheShop() {
            Answer answer = server.get("/v1/users/bob/recommendations?fallback=popular&scenario=home");

            assertThat(answer.at("/fallback")).isEqualTo("true");
            assertThat(server.queries.lastScenario().scenario().filledUp()).isTrue();
            assertThat(answer.json().has("empty")).isFalse();
        }

        @Test
        void areToldWhyAListIsEmpty() {
            Answer answer = server.post(
                    "/v1/recommendations?scenario=home", "{\"events\":[{\"itemId\":\"tea\",\"type\":\"CLICK\"}]}");

            assertThat(answer.json().toString())
                    .endsWith("\"vectorVersion\":1,\"fallback\":false,\"items\":[],"
                            + "\"empty\":\"no popular item passes the filter\",\"scenario\":\"home\"}");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "en | It is similar to Green tea: green, leaf.",
                    "zh | 与您关注的Green tea相似：green、leaf。",
                })
        void getASentenceOnRequest(String language, String sentence) {
            Answer answer = server.get("/v1/users/ada/recommendations?scenario=home&explain=text&language=" + language);

            assertThat(answer.at("/items/0/text")).isEqualTo(sentence);
        }

        @Test
        void getTheirProfile() {
            Answer answer = server.get("/v1/users/ada/profile");

            assertThat(answer.json().toString())
                    .isEqualTo(
                            "{\"asOfMs\":1500,\"events\":7,\"firstSeenMs\":500,\"lastSeenMs\":1000,\"sinceLastSeenMs\":500,"
                                    + "\"eventsPerWeek\":7.0,\"sessionsPerWeek\":2.0,\"lifecycle\":\"ACTIVE\",\"segments\":[\"tea-lovers\"],"
                                    + "\"attributes\":{\"country\":\"DE\"},\"consents\":{\"ads\":false,\"email\":true},"
                                    + "\"itemsByType\":{\"CLICK\":1,\"PURCHASE\":1},\"habits\":{"
                                    + "\"eventsByType\":{\"CLICK\":5,\"PURCHASE\":2},\"sessions\":2,"
                                    + "\"hours\":[0.75,0.25],\"weekdays\":{\"MONDAY\":0.5,\"SUNDAY\":0.5},"
                                    + "\"paidPurchases\":1,\"spent\":19.5},\"preferences\":{\"categories\":["
                                    + "{\"name\":\"Food\",\"weight\":1.0},{\"name\":\"Food > Tea\",\"weight\":0.75}],"
                                    + "\"brands\":[],\"tags\":[],\"prices\":[{\"currency\":\"EUR\",\"weight\":1.0,"
                                    + "\"low\":3.0,\"median\":4.0,\"high\":5.0}],"
                                    + "\"terms\":[{\"kind\":\"word\",\"term\":\"leaf\",\"weight\":0.5}]},"
                                    + "\"items\":[{\"itemId\":\"tea\","
                                    + "\"affinity\":2.5,\"interest\":0.6,\"touchedMs\":1000,\"types\":[\"CLICK\",\"PURCHASE\"]}]}");
        }

        @Test
        void getNeighborsUnderPseudonyms() {
            Answer answer = server.get("/v1/users/ada/neighbors?k=1");

            assertThat(answer.json().toString())
                    .isEqualTo("{\"neighbors\":[{\"key\":\"0123456789abcdef\",\"similarity\":0.75}]}");
        }

        @Test
        void getAllThatIsHeldInTheWordsOfTheOtherRoutes() {
            Answer answer = server.get("/v1/users/ada/data");

            assertThat(answer.at("/userId")).isEqualTo("ada");
            assertThat(answer.at("/asOfMs")).isEqualTo(String.valueOf(TestServer.NOW.toEpochMilli()));
            assertThat(answer.at("/held")).isEqualTo("true");
            assertThat(answer.json().path("searched").toString())
                    .isEqualTo("[\"store user-vectors\",\"store user-attributes\",\"store erasures\","
                            + "\"store user-feedback\"]");
            assertThat(answer.json().path("profile"))
                    .isEqualTo(server.get("/v1/users/ada/profile").json());
            assertThat(answer.json().path("list"))
                    .isEqualTo(server.get("/v1/users/ada/recommendations?explain=true")
                            .json());
            assertThat(answer.json().path("attributes").toString())
                    .isEqualTo("{\"attributes\":{\"country\":\"DE\"},\"consents\":{\"email\":true},\"updatedMs\":600}");
            assertThat(answer.json().path("feedback").toString())
                    .isEqualTo("{\"lists\":[{\"listId\":\"l-1\",\"scenario\":\"home\",\"variant\":\"b\",\"madeMs\":700,"
                            + "\"items\":[{\"itemId\":\"tea\",\"position\":2,\"shownMs\":800}]}],\"interactions\":["
                            + "{\"itemId\":\"tea\",\"type\":\"PURCHASE\",\"timestampMs\":900,\"amount\":19.5,"
                            + "\"listId\":\"l-1\"}]}");
            assertThat(answer.json().path("notes").toString()).isEqualTo("{\"erasedMs\":500,\"mergedInto\":\"ab12\"}");
        }

        @Test
        void areToldThatNothingIsHeldAndWhereItWasLookedFor() {
            Answer answer = server.get("/v1/users/bob/data");

            assertThat(answer.json().toString())
                    .isEqualTo(
                            "{\"userId\":\"bob\",\"asOfMs\":1704067200000,\"held\":false,\"searched\":["
                                    + "\"store user-vectors\",\"store user-attributes\",\"store erasures\",\"store user-feedback\"]}");
        }

        @ParameterizedTest
        @CsvSource({"recommendations", "profile", "neighbors"})
        void areUnknownBeforeTheirFirstEvent(String question) {
            assertProblem(server.get("/v1/users/bob/" + question), 404, "unknown-user", "id");
        }

        @Test
        void getPopularItemsAsAFallbackOnRequest() {
            Answer answer = server.get("/v1/users/bob/recommendations?fallback=popular");

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.at("/fallback")).isEqualTo("true");
            assertThat(answer.at("/vectorVersion")).isEqualTo("0");
            assertThat(answer.json().at("/asOfMs").isMissingNode()).isTrue();
        }

        @ParameterizedTest
        @CsvSource({"moving, not-ready", "busy, busy"})
        void areToComeAgainWhereThatHelps(String id, String kind) {
            Answer answer = server.get("/v1/users/" + id + "/recommendations?fallback=popular");

            assertProblem(answer, 503, kind, "");
            assertThat(answer.header("Retry-After")).isEqualTo("1");
            assertProblem(server.get("/v1/users/" + id + "/data"), 503, kind, "");
        }

        @Test
        void areNotToldOfDefects() {
            Answer answer = server.get("/v1/users/broken/profile");

            assertProblem(answer, 500, "internal-error", "");
            assertThat(answer.response().body()).doesNotContain("a defect");
        }

        @Test
        void mayHaveAnyIdThatEventsMayHave() {
            assertProblem(server.get("/v1/users/%2F%2e%2e%20%C3%A9/profile"), 404, "unknown-user", "id");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "k=0 | k | must be in [1, 200], got 0",
                "k=201 | k | must be in [1, 200], got 201",
                "k=ten | k | must be a whole number",
                "k= | k | must be a whole number",
                "k=1&k=2 | k | more than once",
                "size=5 | size | unknown parameter",
                "exclude=bought | exclude | must be one of current, disliked, none, purchased, seen",
                "exclude=none,seen | exclude | either none",
                "explain=yes | explain | must be one of false, text, true",
                "fallback=all | fallback | must be one of none, popular"
            })
    void parametersAreRefusedByName(String query, String field, String detail) {
        Answer answer = server.get("/v1/users/ada/recommendations?" + query);

        assertProblem(answer, 400, "invalid-parameter", field);
        assertThat(answer.at("/detail")).contains(detail);
    }

    @Test
    void takesARequestToForgetAUserAndShowsItsReceipt() {
        var accepted = server.ask(server.request("/v1/users/ada").DELETE().build());

        assertThat(accepted.status()).isEqualTo(202);
        String requestId = accepted.at("/requestId");
        assertThat(server.erasures.kept())
                .containsExactly(
                        new ErasureRequest(requestId, "ada", TestServer.NOW.toEpochMilli(), "requested over HTTP"));
        assertThat(server.get("/v1/erasures/" + requestId).at("/state")).isEqualTo("waiting");

        ErasureReceipt receipt = new ErasureReceipt(
                requestId,
                "ab12",
                1,
                2,
                new ErasureReceipt.Held(3, 2, true),
                "",
                Map.of("events", 9L),
                ErasureReceipt.Link.first(0));
        server.queries.receipts.put(requestId, receipt);
        var done = server.get("/v1/erasures/" + requestId);
        assertThat(done.at("/state")).isEqualTo("done");
        assertThat(done.at("/receipt/user")).isEqualTo("ab12");
        assertThat(done.at("/receipt/events")).isEqualTo("3");
        assertThat(done.at("/receipt/nothingHeld")).isEqualTo("false");
        assertThat(done.at("/receipt/goneByMs/events")).isEqualTo("9");
        assertThat(done.at("/receipt/digest")).isEqualTo(receipt.digest());
        assertThat(done.json().at("/receipt/mergedInto").isMissingNode()).isTrue();
        assertThat(server.get("/v1/erasures/unknown").status()).isEqualTo(400);
    }

    @Test
    void idsAreRefusedByTheRulesOfEvents() {
        assertProblem(server.get("/v1/users/a%01b/profile"), 400, "invalid-parameter", "id");
        assertProblem(server.get("/v1/users/" + "x".repeat(101) + "/profile"), 400, "invalid-parameter", "id");
    }

    @Nested
    final class SegmentsOfUsers {

        @Test
        void areListedWithTheirFilters() {
            Answer answer = server.get("/v1/segments");

            assertThat(answer.json().path("segments").findValuesAsText("name")).containsExactly("tea-lovers", "idle");
            assertThat(answer.at("/segments/1/when")).isEqualTo("days_since_last_event > 30");
        }

        @Test
        void listTheirMembers() {
            Answer answer = server.get("/v1/segments/idle/users");

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
            assertThat(answer.at("/segment")).isEqualTo("idle");
            assertThat(answer.at("/asOfMs")).isEqualTo(String.valueOf(TestServer.NOW.toEpochMilli()));
            assertThat(answer.json().path("users")).hasSize(1);
            assertThat(answer.at("/users/0/userId")).isEqualTo("ada");
            assertThat(answer.at("/users/0/lifecycle")).isEqualTo("LAPSED");
            assertThat(answer.at("/users/0/lastSeenMs")).isEqualTo("1000");
            assertThat(answer.at("/examined")).isEqualTo("1");
            assertThat(answer.at("/progress")).isEqualTo("1.0");
            assertThat(answer.json().has("next")).isFalse();
        }

        @Test
        void areReadPageByPage() {
            try (TestServer many =
                    new TestServer(new FakeQueries(Set.of("a/b", "ben", "\u00e9va"), Set.of()), Cluster::ofOne)) {
                List<String> found = new ArrayList<>();
                String path = "/v1/segments/idle/users?limit=1";
                Answer answer = many.get(path);
                while (answer.json().has("next")) {
                    found.addAll(answer.json().path("users").findValuesAsText("userId"));
                    answer = many.get(path + "&cursor=" + answer.at("/next"));
                }
                found.addAll(answer.json().path("users").findValuesAsText("userId"));

                assertThat(found).containsExactly("a/b", "ben", "\u00e9va");
            }
        }

        @Test
        void mustBeDefined() {
            Answer answer = server.get("/v1/segments/%3Cscript%3E/users");

            assertProblem(answer, 404, "unknown-segment", "name");
            assertThat(answer.at("/detail")).isEqualTo("the segments are tea-lovers, idle");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"", "next", "%00", "AgAAAAAAAAAAAAAAAA", "AQAAAAgAAAAAAAAAAA"}) // the last is partition 8
        void continueOnlyFromACursorOfAnAnswer(String cursor) {
            assertProblem(server.get("/v1/segments/idle/users?cursor=" + cursor), 400, "invalid-parameter", "cursor");
        }

        @ParameterizedTest
        @ValueSource(strings = {"0", "501"})
        void comeInPagesOfALength(String limit) {
            assertProblem(server.get("/v1/segments/idle/users?limit=" + limit), 400, "invalid-parameter", "limit");
        }
    }

    @Nested
    final class Items {

        @Test
        void haveSimilarOnes() {
            assertThat(server.get("/v1/items/tea/similar?k=1").json().toString())
                    .isEqualTo("{\"items\":[{\"itemId\":\"item-1\",\"similarity\":1.0}]}");
        }

        @Test
        void areDescribedAlike() {
            assertThat(server.get("/v1/items/tea/similar?by=content&k=1").json().toString())
                    .isEqualTo("{\"items\":[{\"itemId\":\"alike\",\"similarity\":0.5}]}");
        }

        @Test
        void areBoughtTogether() {
            assertThat(server.get("/v1/items/tea/similar?by=purchases&k=1")
                            .json()
                            .toString())
                    .isEqualTo("{\"items\":[{\"itemId\":\"bought-with-item-1\",\"similarity\":1.0}]}");
            assertThat(server.get("/v1/items/tea/similar?by=all&k=1").json())
                    .isEqualTo(server.get("/v1/items/tea/similar?k=1").json());
        }

        @Test
        void areAsTheShopDescribesThem() {
            assertThat(server.get("/v1/items/tea").json().toString())
                    .isEqualTo("{\"itemId\":\"tea\",\"title\":\"Green tea\",\"description\":\"\","
                            + "\"categories\":[\"Home > Pantry\"],\"tags\":[\"dry\",\"hot\"],\"brand\":\"Leaf\","
                            + "\"price\":{\"amount\":2.5,\"currency\":\"EUR\"},\"imageUrl\":\"\","
                            + "\"attributes\":{\"color\":\"green\",\"weight\":\"100 g\"},"
                            + "\"available\":true,\"hidden\":false,\"updatedMs\":1000}");
        }

        @Test
        void areUnknownWhereTheShopDoesNotDescribeThem() {
            assertProblem(server.get("/v1/items/coffee"), 404, "unknown-item", "id");
        }

        @Test
        void mayBeCalledAsAQuestionIs() {
            assertThat(server.get("/v1/items/popular").status()).isEqualTo(200);
            assertProblem(server.get("/v1/items/%70opular"), 404, "unknown-item", "id");
        }

        @Test
        void areUnknownBeforeSomebodyTouchesThem() {
            assertProblem(server.get("/v1/items/coffee/similar"), 404, "unknown-item", "id");
        }

        @Test
        void arePopular() {
            assertThat(server.get("/v1/items/popular?k=2").json().toString())
                    .isEqualTo("{\"items\":[{\"itemId\":\"item-1\",\"popularity\":10.0},"
                            + "{\"itemId\":\"item-2\",\"popularity\":5.0}]}");
        }

        @Test
        void areTrending() {
            assertThat(server.get("/v1/items/trending?k=2").json().toString())
                    .isEqualTo("{\"items\":[{\"itemId\":\"item-1\",\"users\":4.0},"
                            + "{\"itemId\":\"item-2\",\"users\":2.0}]}");
        }

        @Test
        void areNew() {
            assertThat(server.get("/v1/items/recent?k=1").json().toString())
                    .matches("\\{\"items\":\\[\\{\"itemId\":\"item-1\",\"publishedMs\":[0-9]+}]}");
        }

        @ParameterizedTest
        @ValueSource(strings = {"popular", "trending", "recent"})
        void areFilteredByCategory(String list) {
            Answer answer = server.get("/v1/items/" + list + "?category=Home%20%3E%20Kitchen");

            assertThat(answer.json().path("items").path(0).path("itemId").asText())
                    .isEqualTo("Home > Kitchen-1");
        }
    }

    @Nested
    final class Sessions {

        private static final String PATH = "/v1/recommendations";

        @Test
        void areLearnedAsTheyCome() {
            Answer answer = server.post(
                    PATH,
                    "{\"events\":[{\"itemId\":\"tea\",\"type\":\"RATING\",\"timestampMs\":5,\"strength\":4},"
                            + "{\"itemId\":\"pot\",\"type\":\"cart\"}]}");

            assertThat(answer.status()).isEqualTo(200);
            assertThat(server.queries.lastSession())
                    .extracting(event -> event.itemId(), event -> event.type(), event -> event.timestampMs())
                    .containsExactly(
                            tuple("tea", InteractionType.RATING, 5L),
                            tuple("pot", InteractionType.CART, TestServer.NOW.toEpochMilli()));
            assertThat(server.queries.lastSession().get(0).strength()).isEqualTo(4);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "{} | events | missing",
                    "{\"events\":[]} | events | empty",
                    "{\"events\":[null]} | events | null",
                    "{\"events\":[{\"type\":\"CLICK\"}]} | events[0] | itemId is empty",
                    "{\"events\":[{\"itemId\":\"tea\"}]} | events[0] | type is not known",
                    "{\"events\":[{\"itemId\":\"tea\",\"type\":\"SNIFF\"}]} | events[0].type | has the wrong type",
                    "{\"events\":[{\"itemId\":\"tea\",\"type\":\"CLICK\",\"timestampMs\":-1}]} | events[0] | before",
                    "{\"events\":[{\"itemId\":\"tea\",\"type\":\"CLICK\",\"strength\":-1}]} | events[0] | strength",
                    "{\"events\":[{\"itemId\":5,\"type\":\"CLICK\"}]} | events[0].itemId | has the wrong type",
                    "{\"events\":[{\"itemId\":\"tea\",\"type\":\"CLICK\"}],\"event\":1} | event | unknown",
                    "[] | '' | body",
                    "null | '' | body",
                    "{ | '' | ''",
                    "'' | '' | ''"
                })
        void areRefusedWithThePlaceOfTheFault(String body, String field, String detail) {
            Answer answer = server.post(PATH, body);

            assertProblem(answer, 400, "invalid-body", field);
            assertThat(answer.at("/detail")).contains(detail);
        }

        @Test
        void areBounded() {
            String event = "{\"itemId\":\"tea\",\"type\":\"CLICK\"}";
            String events = String.join(",", Collections.nCopies(1001, event));

            assertProblem(server.post(PATH, "{\"events\":[" + events + "]}"), 413, "too-large", "events");
        }

        @Test
        void areRefusedUnreadBeyondTheLongestBody() {
            String body = " ".repeat(TestServer.MAX_BODY_BYTES + 1);

            assertProblem(server.post(PATH, body), 413, "too-large", "");
        }

        @Test
        void areJson() {
            Answer answer = server.ask(server.request(PATH)
                    .header("Content-Type", "text/xml")
                    .POST(BodyPublishers.ofString("<events/>"))
                    .build());

            assertProblem(answer, 415, "unsupported-media-type", "Content-Type");
        }
    }

    @Nested
    final class Batches {

        private static final String PATH = "/v1/recommendations/batch";

        @Test
        void answerForEveryUser() {
            JsonNode answers = server.post(PATH + "?k=1", "{\"userIds\":[\"ada\",\"bob\",\"moving\"]}")
                    .json()
                    .path("answers");

            assertThat(answers).hasSize(3);
            assertThat(answers.at("/0/userId").asText()).isEqualTo("ada");
            assertThat(answers.at("/0/list/items")).hasSize(1);
            assertThat(answers.at("/0/problem").isMissingNode()).isTrue();
            assertThat(answers.at("/1/problem/type").asText()).isEqualTo("urn:kindred:problem:unknown-user");
            assertThat(answers.at("/2/problem/type").asText()).isEqualTo("urn:kindred:problem:not-ready");
        }

        @Test
        void areBounded() {
            String ids = Collections.nCopies(101, "\"ada\"").stream().collect(Collectors.joining(","));

            assertProblem(server.post(PATH, "{\"userIds\":[" + ids + "]}"), 413, "too-large", "userIds");
        }

        @Test
        void refuseBadIds() {
            assertProblem(server.post(PATH, "{\"userIds\":[\"ada\",\"\"]}"), 400, "invalid-body", "userIds[1]");
        }
    }

    @Nested
    final class Events {

        private static final String PATH = "/v1/events";
        private static final String GOOD = "{\"userId\":\"ada\",\"itemId\":\"tea\",\"type\":\"CLICK\"}";

        @BeforeEach
        void forget() {
            server.events.clear();
        }

        @Test
        void areTakenAsTheyCome() {
            Answer answer = server.post(
                    PATH,
                    "{\"events\":[{\"userId\":\"ada\",\"itemId\":\"tea\",\"type\":\"rating\",\"timestampMs\":5,"
                            + "\"strength\":4,\"eventId\":\"e1\"}," + GOOD + "]}");

            assertThat(answer.status()).isEqualTo(202);
            assertThat(answer.json().toString()).isEqualTo("{\"accepted\":2,\"rejected\":[]}");
            assertThat(server.events.kept())
                    .containsExactly(
                            new Interaction(Optional.of("e1"), "ada", "tea", InteractionType.RATING, 5, 4),
                            new Interaction(
                                    Optional.empty(),
                                    "ada",
                                    "tea",
                                    InteractionType.CLICK,
                                    TestServer.NOW.toEpochMilli(),
                                    1));
        }

        @Test
        void haveAnAmount() {
            server.post(
                    PATH,
                    "{\"events\":[{\"userId\":\"ada\",\"itemId\":\"tea\",\"type\":\"PURCHASE\",\"amount\":19.5}]}");
            server.get(PATH + "/beacon?userId=ada&itemId=tea&type=purchase&amount=0.5");

            assertThat(server.events.kept())
                    .extracting(event -> event.amount().orElseThrow())
                    .containsExactly(19.5, 0.5);
        }

        @Test
        void areRejectedWithPositionAndRule() {
            Answer answer = server.post(
                    PATH,
                    "{\"events\":[{\"itemId\":\"tea\",\"type\":\"CLICK\"}," + GOOD
                            + ",{\"userId\":\"ada\",\"itemId\":\"tea\",\"type\":\"SNIFF\"}]}");

            assertThat(answer.status()).isEqualTo(202);
            assertThat(answer.json().toString())
                    .isEqualTo("{\"accepted\":1,\"rejected\":["
                            + "{\"index\":0,\"reason\":\"INVALID_USER\",\"detail\":\"userId is missing\"},"
                            + "{\"index\":2,\"reason\":\"UNKNOWN_TYPE\",\"detail\":\"type 'SNIFF' is no known type of event:"
                            + " types are BROWSE, CLICK, FAVORITE, CART, PURCHASE, RATING, DISLIKE, IMPRESSION\"}]}");
            assertThat(server.events.kept()).hasSize(1);
        }

        @ParameterizedTest
        @ValueSource(strings = {PATH, PATH + "/beacon"})
        void areRefusedWhereNoneIsAcceptable(String path) {
            String bad = "{\"userId\":\"ada\",\"itemId\":\"\",\"type\":\"CLICK\"}";

            Answer one = server.post(path, "{\"events\":[" + bad + "]}");
            Answer two = server.post(path, "{\"events\":[" + bad + "," + bad + "]}");

            assertProblem(one, 400, "invalid-event", "");
            assertThat(one.at("/detail")).isEqualTo("itemId is empty");
            assertProblem(two, 400, "invalid-event", "");
            assertThat(two.at("/detail")).startsWith("all 2 events are rejected");
            assertThat(server.events.kept()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {PATH, PATH + "/beacon"})
        void areToBeRetriedWhileTheBrokersAreUnreachable(String path) {
            server.events.setReachable(false);
            try {
                Answer answer = server.post(path, "{\"events\":[" + GOOD + "]}");

                assertProblem(answer, 503, "brokers-unreachable", "");
                assertThat(answer.header("Retry-After")).isEqualTo("2");
            } finally {
                server.events.setReachable(true);
            }
        }

        @Test
        void areBounded() {
            String events = String.join(",", Collections.nCopies(501, GOOD));

            assertProblem(server.post(PATH, "{\"events\":[" + events + "]}"), 413, "too-large", "events");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "{} | missing",
                    "{\"events\":[]} | empty",
                    "{\"events\":5} | must be a list",
                    "{\"events\":[],\"event\":1} | no field 'event'"
                })
        void areRefusedAsAWholeIfTheBodyIsMalformed(String body, String detail) {
            Answer answer = server.post(PATH, body);

            assertProblem(answer, 400, "invalid-body", "events");
            assertThat(answer.at("/detail")).contains(detail);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "null | UNDECODABLE | an object",
                    "[] | UNDECODABLE | an object",
                    "{\"user\":\"ada\"} | UNDECODABLE | 'user'",
                    "{\"userId\":\"u\",\"itemId\":\"i\",\"type\":\"CLICK\",\"sessionId\":1} | UNDECODABLE | 'sessionId'",
                    "{\"userId\":true,\"itemId\":\"i\",\"type\":\"CLICK\"} | INVALID_USER | must be text",
                    "{\"userId\":\"u\",\"itemId\":{},\"type\":\"CLICK\"} | INVALID_ITEM | must be text",
                    "{\"userId\":\"u\",\"itemId\":\"i\",\"type\":2} | UNKNOWN_TYPE | must be text",
                    "{\"userId\":\"u\",\"itemId\":\"i\",\"type\":\"CLICK\",\"timestampMs\":\"5\"} | INVALID_TIME | whole number",
                    "{\"userId\":\"u\",\"itemId\":\"i\",\"type\":\"CLICK\",\"timestampMs\":5.5} | INVALID_TIME | whole number",
                    "{\"userId\":\"u\",\"itemId\":\"i\",\"type\":\"CLICK\",\"strength\":\"5\"} | INVALID_STRENGTH | a number",
                    "{\"userId\":\"u\",\"itemId\":\"i\",\"type\":\"CLICK\",\"strength\":1e999} | INVALID_STRENGTH | positive",
                    "{\"userId\":\"u\",\"itemId\":\"i\",\"type\":\"CLICK\",\"eventId\":[]} | INVALID_EVENT_ID | must be text"
                })
        void oneThatCannotBeReadDoesNotRefuseTheOthers(String bad, String reason, String detail) {
            Answer answer = server.post(PATH, "{\"events\":[" + GOOD + "," + bad + "," + GOOD + "]}");

            assertThat(answer.status()).isEqualTo(202);
            assertThat(answer.at("/accepted")).isEqualTo("2");
            assertThat(answer.at("/rejected/0/index")).isEqualTo("1");
            assertThat(answer.at("/rejected/0/reason")).isEqualTo(reason);
            assertThat(answer.at("/rejected/0/detail")).contains(detail);
            assertThat(server.events.kept()).hasSize(2);
        }

        @ParameterizedTest
        @CsvSource({"39910, 39910", "1.50, 1.50", "1e3, 1000", "-7, -7", "12345678901234567890, 12345678901234567890"})
        void takeANumberAsAnIdByItsText(String number, String id) {
            server.post(
                    PATH,
                    "{\"events\":[{\"userId\":%s,\"itemId\":%s,\"type\":\"CLICK\",\"eventId\":%s}]}"
                            .formatted(number, number, number));

            assertThat(server.events.kept()).singleElement().satisfies(event -> {
                assertThat(event.userId()).isEqualTo(id);
                assertThat(event.itemId()).isEqualTo(id);
                assertThat(event.eventId()).contains(id);
            });
        }

        @ParameterizedTest
        @ValueSource(strings = {PATH, PATH + "/beacon"})
        void mayBeASingleOne(String path) {
            Answer answer = server.post(path, GOOD);

            assertThat(answer.status()).isBetween(202, 204);
            assertThat(server.events.kept()).hasSize(1);
        }

        @ParameterizedTest
        @ValueSource(strings = {"add_to_cart", "Product Added", "cart", "addtocart"})
        void haveTheTypeUnderAnyOfItsUsualNames(String name) {
            server.post(PATH, GOOD.replace("CLICK", name));
            server.get(PATH + "/beacon?userId=ada&itemId=tea&type=" + name.replace(" ", "%20"));

            assertThat(server.events.kept()).hasSize(2).allMatch(event -> event.type() == InteractionType.CART);
        }

        @Test
        void aRequestForHeadersOnlySendsNothing() {
            String path = PATH + "/beacon?userId=ada&itemId=tea&type=cart";

            Answer answer = server.ask(server.request(path)
                    .method("HEAD", HttpRequest.BodyPublishers.noBody())
                    .build());

            assertThat(answer.status()).isEqualTo(405);
        }

        @Test
        void comeAsPlainTextByBeaconAlone() {
            Answer beacon = asText(PATH + "/beacon");
            Answer other = asText(PATH);

            assertThat(beacon.status()).isEqualTo(204);
            assertThat(beacon.response().body()).isEmpty();
            assertThat(server.events.kept()).hasSize(1);
            assertProblem(other, 415, "unsupported-media-type", "Content-Type");
        }

        private Answer asText(String path) {
            return server.ask(server.request(path)
                    .header("Content-Type", "text/plain;charset=UTF-8")
                    .POST(BodyPublishers.ofString("{\"events\":[" + GOOD + "]}"))
                    .build());
        }

        @Test
        void areOneImpressionForEachItemOfAListThatWasShown() {
            Answer answer = server.post(
                    PATH + "/beacon", "{\"userId\":\"ada\",\"listId\":\"l-1\",\"shown\":[\"tea\",\"cup\"]}");

            assertThat(answer.status()).isEqualTo(204);
            assertThat(server.events.kept()).containsExactly(impression("tea", 1), impression("cup", 2));
        }

        private Interaction impression(String itemId, int position) {
            return new Interaction(
                    Optional.empty(),
                    "ada",
                    itemId,
                    InteractionType.IMPRESSION,
                    TestServer.NOW.toEpochMilli(),
                    1,
                    OptionalDouble.empty(),
                    new ListReference(
                            Optional.of("l-1"), Optional.empty(), Optional.empty(), OptionalInt.of(position)));
        }

        @Test
        void comeAsQuestionsForAnImage() {
            Answer answer = server.get(
                    PATH + "/beacon?userId=ada&itemId=te%20a&type=cart&timestampMs=7&strength=0.5&eventId=e2");

            assertThat(answer.status()).isEqualTo(204);
            assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
            assertThat(server.events.kept())
                    .containsExactly(new Interaction(Optional.of("e2"), "ada", "te a", InteractionType.CART, 7, 0.5));
        }

        @ParameterizedTest
        @CsvSource({
            "itemId=tea&type=CLICK, invalid-parameter, userId",
            "userId=ada&itemId=tea&type=SNIFF, invalid-parameter, type",
            "userId=ada&itemId=tea&type=CLICK&timestampMs=soon, invalid-parameter, timestampMs",
            "userId=ada&itemId=tea&type=CLICK&strength=much, invalid-parameter, strength",
            "userId=ada&itemId=tea&type=CLICK&strength=NaN, invalid-parameter, strength",
            "userId=ada&itemId=tea&type=CLICK&strength=5f, invalid-parameter, strength",
            "userId=ada&itemId=tea&type=CLICK&amount=5, invalid-event, ''",
            "userId=&itemId=tea&type=CLICK, invalid-event, ''",
            "userId=ada&itemId=tea&type=CLICK&timestampMs=9999999999999, invalid-event, ''"
        })
        void areRefusedAsQuestionsForAnImageByTheSameRules(String query, String kind, String field) {
            assertProblem(server.get(PATH + "/beacon?" + query), 400, kind, field);
            assertThat(server.events.kept()).isEmpty();
        }
    }

    @Nested
    final class Attributes {

        private static final String PATH = "/v1/users/ann/attributes";

        @BeforeEach
        void forget() {
            server.users.clear();
        }

        @Test
        void setsAttributesOfAUser() {
            Answer answer = server.send(
                    "PUT", PATH, "{\"attributes\":{\"country\":\"DE\"},\"consents\":{\"email\":true,\"ads\":false}}");

            long now = TestServer.NOW.toEpochMilli();
            assertThat(answer.status()).isEqualTo(202);
            assertThat(answer.response().body())
                    .isEqualTo("{\"attributes\":{\"country\":\"DE\"},\"consents\":{\"ads\":false,\"email\":true},"
                            + "\"updatedMs\":" + now + "}");
            assertThat(server.users.kept())
                    .containsExactly(UserChange.put(new UserAttributes(
                            "ann", Map.of("country", "DE"), Map.of("email", true, "ads", false), now)));
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "{\"attributs\":{}} | invalid-body | attributs | unknown",
                    "{\"attributes\":{\"country\":null}} | invalid-body | attributes | null",
                    "{\"consents\":{\"email\":null}} | invalid-body | consents | null",
                    "{\"consents\":{\"email\":\"perhaps\"}} | invalid-body | consents.email | has the wrong type",
                    "{\"attributes\":{\" \":\"DE\"}} | invalid-attributes | '' | names that are not blank",
                    "{\"updatedMs\":-1} | invalid-attributes | '' | updatedMs must not be before 1970"
                })
        void refusesWithThePlaceOrTheRule(String body, String kind, String field, String detail) {
            Answer answer = server.send("PUT", PATH, body);

            assertProblem(answer, 400, kind, field);
            assertThat(answer.at("/detail")).contains(detail);
            assertThat(server.users.kept()).isEmpty();
        }

        @Test
        void deletesAttributesOfAUser() {
            assertThat(server.send("DELETE", PATH, "").status()).isEqualTo(204);
            assertThat(server.users.kept()).containsExactly(UserChange.removal("ann"));
        }
    }

    @Nested
    final class Catalog {

        private static final String PATH = "/v1/items";

        @BeforeEach
        void forget() {
            server.items.clear();
        }

        @Test
        void takesAnItemAsItIsGiven() {
            String tea = server.get(PATH + "/tea").response().body();

            Answer answer = server.send("PUT", PATH + "/tea", tea);

            assertThat(answer.status()).isEqualTo(202);
            assertThat(answer.response().body()).isEqualTo(tea);
            assertThat(server.items.kept()).containsExactly(ItemChange.put(server.queries.item("tea")));
        }

        @Test
        void hasDefaultsForMissingFields() {
            Answer answer =
                    server.send("PUT", PATH + "/te%20a", "{\"title\":\" Tea \",\"tags\":[\"hot\",\" hot\",\"\"]}");

            assertThat(answer.json().toString())
                    .isEqualTo("{\"itemId\":\"te a\",\"title\":\"Tea\",\"description\":\"\",\"categories\":[],"
                            + "\"tags\":[\"hot\"],\"brand\":\"\",\"imageUrl\":\"\",\"attributes\":{},\"available\":true,"
                            + "\"hidden\":false,\"updatedMs\":" + TestServer.NOW.toEpochMilli() + "}");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "{\"itemId\":\"pot\"} | invalid-body | itemId | in the path",
                    "{\"titel\":\"Tea\"} | invalid-body | titel | unknown",
                    "{\"title\":5} | invalid-body | title | has the wrong type",
                    "{\"tags\":[null]} | invalid-body | tags | null",
                    "{\"categories\":[null]} | invalid-body | categories | null",
                    "{\"attributes\":{\"color\":null}} | invalid-body | attributes | null",
                    "{\"price\":{\"currency\":\"EUR\"}} | invalid-body | price.amount | missing",
                    "{\"price\":{\"amount\":1}} | invalid-item | '' | currency must not be empty",
                    "{\"price\":{\"amount\":-1,\"currency\":\"EUR\"}} | invalid-item | '' | not negative",
                    "{\"price\":{\"amount\":1e999,\"currency\":\"EUR\"}} | invalid-item | '' | finite",
                    "{\"publishedMs\":-1} | invalid-item | '' | publishedMs must not be before 1970",
                    "{\"updatedMs\":-1} | invalid-item | '' | updatedMs must not be before 1970",
                    "[] | invalid-body | '' | body"
                })
        void refusesAnItemWithThePlaceOrTheRule(String body, String kind, String field, String detail) {
            Answer answer = server.send("PUT", PATH + "/tea", body);

            assertProblem(answer, 400, kind, field);
            assertThat(answer.at("/detail")).contains(detail);
            assertThat(server.items.kept()).isEmpty();
        }

        @Test
        void forgetsAnItemAsOftenAsItIsTold() {
            for (int i = 0; i < 2; i++) {
                Answer answer = server.send("DELETE", PATH + "/tea", "");

                assertThat(answer.status()).isEqualTo(204);
                assertThat(answer.response().body()).isEmpty();
            }
            assertThat(server.items.kept()).containsExactly(ItemChange.removal("tea"), ItemChange.removal("tea"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"PUT", "DELETE"})
        void hasNoItemThatNoEventCouldName(String method) {
            assertProblem(server.send(method, PATH + "/a%01b", "{}"), 400, "invalid-parameter", "id");
            assertThat(server.items.kept()).isEmpty();
        }

        @Test
        void rejectsItemsWithPositionAndRule() {
            Answer answer = server.post(
                    PATH,
                    "{\"items\":[{\"title\":\"Nameless\"},{\"itemId\":\"tea\"},"
                            + "{\"itemId\":\"pot\",\"price\":{\"amount\":5,\"currency\":\" \"}},{\"itemId\":\"cup\"}]}");

            assertThat(answer.status()).isEqualTo(202);
            assertThat(answer.json().toString())
                    .isEqualTo(
                            "{\"accepted\":2,\"rejected\":["
                                    + "{\"index\":0,\"reason\":\"INVALID_ITEM\",\"detail\":\"itemId is empty\"},"
                                    + "{\"index\":2,\"reason\":\"INVALID_PRICE\",\"detail\":\"price: currency must not be empty\"}]}");
            assertThat(server.items.kept())
                    .extracting(change -> change.itemId())
                    .containsExactly("tea", "cup");
        }

        @Test
        void anItemThatCannotBeReadDoesNotRefuseTheOthers() {
            Answer answer = server.post(
                    PATH,
                    "{\"items\":[{\"itemId\":7},null,{\"itemId\":\"a\",\"title\":5},{\"itemId\":\"b\",\"titel\":\"x\"},"
                            + "{\"itemId\":\"cup\",\"price\":{\"amount\":\"5\",\"currency\":\"EUR\"}},{\"itemId\":\"cup\"}]}");

            assertThat(answer.status()).isEqualTo(202);
            assertThat(answer.json().path("rejected").findValuesAsText("index")).containsExactly("1", "2", "3", "4");
            assertThat(answer.json().path("rejected").findValuesAsText("detail"))
                    .satisfiesExactly(
                            nothing -> assertThat(nothing).contains("an object"),
                            title -> assertThat(title).contains("title", "wrong type"),
                            titel -> assertThat(titel).contains("titel", "unknown"),
                            price -> assertThat(price).contains("price.amount"));
            assertThat(server.items.kept())
                    .extracting(change -> change.itemId())
                    .containsExactly("7", "cup");
        }

        @Test
        void isBounded() {
            String items = String.join(",", Collections.nCopies(501, "{\"itemId\":\"tea\"}"));

            assertProblem(server.post(PATH, "{\"items\":[" + items + "]}"), 413, "too-large", "items");
        }

        @ParameterizedTest
        @CsvSource({"PUT, /tea, {}", "DELETE, /tea, ''", "POST, '', '{\"items\":[{\"itemId\":\"tea\"}]}'"})
        void isToBeRetriedWhileTheBrokersAreUnreachable(String method, String path, String body) {
            server.items.setReachable(false);
            try {
                Answer answer = server.send(method, PATH + path, body);

                assertProblem(answer, 503, "brokers-unreachable", "");
                assertThat(answer.header("Retry-After")).isEqualTo("2");
            } finally {
                server.items.setReachable(true);
            }
        }

        @ParameterizedTest
        @CsvSource({"PATCH, /tea, 'DELETE, GET, PUT'", "PATCH, /popular, 'DELETE, GET, PUT'", "PUT, '', 'GET, POST'"})
        void allowsItsMethods(String method, String path, String allowed) {
            assertThat(server.send(method, PATH + path, "").header("Allow")).isEqualTo(allowed);
        }
    }

    @Nested
    final class Identity {

        private static final String PATH = "/v1/users/ben/merge";

        @BeforeEach
        void forget() {
            server.merges.clear();
        }

        @Test
        void isToldByTheOldIdAndTheNewOne() {
            Answer answer = server.post(PATH, "{\"from\":\"visitor 1\"}");

            assertThat(answer.status()).isEqualTo(202);
            assertThat(answer.json().toString()).isEqualTo("{\"accepted\":1,\"rejected\":[]}");
            assertThat(server.merges.kept())
                    .containsExactly(new Merge("visitor 1", "ben", TestServer.NOW.toEpochMilli()));
        }

        @ParameterizedTest
        @ValueSource(strings = {"{}", "{\"from\":\"\"}", "{\"from\":\"ben\"}", "{\"from\":\"a\\u0001b\"}"})
        void needsTwoDifferentUsers(String body) {
            assertProblem(server.post(PATH, body), 400, "invalid-body", "from");
            assertThat(server.merges.kept()).isEmpty();
        }

        @Test
        void isNoneWithoutAnId() {
            assertProblem(server.post("/v1/users/a%01b/merge", "{\"from\":\"a\"}"), 400, "invalid-parameter", "id");
        }

        @Test
        void isToBeRetriedWhileTheBrokersAreUnreachable() {
            server.merges.setReachable(false);
            try {
                Answer answer = server.post(PATH, "{\"from\":\"visitor\"}");

                assertProblem(answer, 503, "brokers-unreachable", "");
                assertThat(answer.header("Retry-After")).isEqualTo("2");
            } finally {
                server.merges.setReachable(true);
            }
        }
    }

    @Nested
    final class Browsers {

        private Answer from(String origin, String method, String path) {
            return server.ask(server.request(path)
                    .header("Origin", origin)
                    .header("Access-Control-Request-Method", "POST")
                    .header("Access-Control-Request-Headers", "content-type")
                    .method(method, BodyPublishers.noBody())
                    .build());
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/v1/events",
                    "/v1/events/beacon",
                    "/v1/recommendations",
                    "/v1/users/ada/recommendations",
                    "/v1/items/popular",
                    "/v1/items/tea/similar"
                })
        void mayUseRoutesForPages(String path) {
            Answer answer = from(TestServer.SHOP, "OPTIONS", path);

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(TestServer.SHOP);
            assertThat(answer.header("Access-Control-Allow-Methods").split(","))
                    .containsExactlyInAnyOrder("GET", "POST");
            assertThat(answer.header("Access-Control-Allow-Headers")).contains("Content-Type");
            assertThat(answer.header("Access-Control-Allow-Credentials"))
                    .isEqualTo(path.endsWith("beacon") ? "true" : ""); // sendBeacon needs it
            assertThat(answer.header("Vary")).isEqualTo("Origin");
        }

        @Test
        void seeTheAnswerForPagesOfTheShop() {
            Answer good = from(TestServer.SHOP, "GET", "/v1/users/ada/recommendations");
            Answer bad = from(TestServer.SHOP, "GET", "/v1/users/busy/recommendations");

            assertThat(good.header("Access-Control-Allow-Origin")).isEqualTo(TestServer.SHOP);
            assertThat(bad.status()).isEqualTo(503);
            assertThat(bad.header("Access-Control-Allow-Origin")).isEqualTo(TestServer.SHOP);
            assertThat(bad.header("Access-Control-Expose-Headers").split(","))
                    .containsExactlyInAnyOrder("Retry-After", "Kindred-Stale", "X-Request-Id");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"https://shopXexample", "https://shop.example.evil.example", "http://shop.example", "null"})
        void mayNotComeFromOtherPages(String origin) {
            for (String method : List.of("OPTIONS", "GET")) {
                Answer answer = from(origin, method, "/v1/items/popular");

                assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
                assertThat(answer.header("Access-Control-Allow-Methods")).isEmpty();
                assertThat(answer.header("Vary")).isEqualTo("Origin");
            }
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/v1/users/ada/profile",
                    "/v1/users/ada/neighbors",
                    "/v1/users/ada/data",
                    "/v1/users/ada/merge",
                    "/v1/items",
                    "/v1/items/tea",
                    "/v1/status",
                    "/metrics"
                })
        void mayNotUseRoutesForServers(String path) {
            assertProblem(from(TestServer.SHOP, "OPTIONS", path), 405, "method-not-allowed", "");
            assertThat(from(TestServer.SHOP, "GET", path).header("Access-Control-Allow-Origin"))
                    .isEmpty();
        }
    }

    @Nested
    final class Operators {

        @Test
        void learnHowTheInstanceIs() {
            assertThat(server.get("/v1/status").json().toString())
                    .isEqualTo("{\"version\":\"1.2.3\",\"state\":\"RUNNING\",\"ready\":true,\"partitions\":[0,3],"
                            + "\"matrix\":{\"users\":2,\"cells\":5,\"items\":4,\"lag\":9},\"catalog\":{\"items\":6},"
                            + "\"restoring\":[{\"store\":\"matrix\",\"restored\":10,\"expected\":20}],\"learned\":[],"
                            + "\"lag\":{\"records\":12,\"seconds\":1.5,\"measured\":\"2024-01-01T00:00:00Z\",\"partitions\":["
                            + "{\"topic\":\"events\",\"partition\":0,\"own\":true,\"records\":7,\"seconds\":1.5},"
                            + "{\"topic\":\"events\",\"partition\":1,\"own\":false,\"records\":5}]},"
                            + "\"brokers\":{\"reachable\":true,\"since\":\"2024-01-01T00:00:00Z\"},"
                            + "\"standbys\":[{\"store\":\"user-vectors\",\"partition\":1,\"records\":12}],"
                            + "\"deadLetters\":{\"INVALID_USER\":2},"
                            + "\"files\":[{\"name\":\"scenarios\",\"file\":\"shop.yaml\","
                            + "\"loaded\":\"2024-01-01T00:00:00Z\",\"error\":\"line 3 is wrong\"}]}");
        }

        @Test
        void learnThatItIsAliveAndReady() {
            assertThat(server.get("/health/live").at("/status")).isEqualTo("live");
            assertThat(server.get("/health/ready").at("/status")).isEqualTo("ready");
        }

        @Test
        void learnThatItIsAliveAndNotReady() {
            server.ready = false;
            try {
                assertThat(server.get("/health/live").status()).isEqualTo(200);
                assertProblem(server.get("/health/ready"), 503, "not-ready", "");
                assertThat(server.get("/health/ready").header("Retry-After")).isEqualTo("1");
                assertThat(server.get("/health/ready").at("/detail")).isEqualTo("state is moving");
                assertThat(server.get("/v1/status").at("/ready")).isEqualTo("false");
                assertThat(server.get("/v1/status").at("/obstacle")).isEqualTo("state is moving");
            } finally {
                server.ready = true;
            }
        }
    }

    @Test
    void thereIsNothingElsewhere() {
        assertProblem(server.get("/v2/users/ada/profile"), 404, "no-such-path", "");
        assertProblem(server.get("/v1/users/ada/profile/"), 404, "no-such-path", "");
    }

    @Test
    void otherMethodsAreNotAllowed() {
        Answer answer = server.post("/v1/users/ada/profile", "{}");

        assertProblem(answer, 405, "method-not-allowed", "");
        assertThat(answer.header("Allow")).isEqualTo("GET");
    }
}
