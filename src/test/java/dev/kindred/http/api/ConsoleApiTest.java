package dev.kindred.http.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.http.Scope;
import dev.kindred.http.api.TestServer.Answer;
import dev.kindred.http.guard.ApiKey;
import dev.kindred.http.guard.ApiKeys;
import dev.kindred.model.InteractionType;
import dev.kindred.model.Strategy;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The files of the console, and what it asks. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ConsoleApiTest {

    private static final Pattern IMPORT = Pattern.compile("from \"\\./([^\"]+)\"");

    private final TestServer server = new TestServer();

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void everyFileThatAFileNamesIsServed() {
        List<String> names = List.of(
                "app.js",
                "overview.js",
                "shopper.js",
                "items.js",
                "scenarios.js",
                "quality.js",
                "operations.js",
                "parts.js",
                "charts.js",
                "pictures.js");
        for (String name : names) {
            Answer file = server.get("/console/" + name);

            assertThat(file.header("Content-Type")).startsWith("text/javascript");
            IMPORT.matcher(file.response().body())
                    .results()
                    .map(found -> found.group(1))
                    .forEach(imported -> assertThat(
                                    server.get("/console/" + imported).status())
                            .as(name + " imports " + imported)
                            .isEqualTo(200));
        }
    }

    @Test
    void noOtherFileIs() {
        for (String name : List.of("nothing.js", "..%2Findex.html", "%2e%2e", "index.html%00")) {
            assertThat(server.get("/console/" + name).status()).as(name).isIn(400, 404);
        }
    }

    @Test
    void aFileThatTheBrowserHasIsNotSentAgain() {
        String tag = server.get("/console/app.js").header("ETag");

        Answer again = server.ask(
                server.request("/console/app.js").header("If-None-Match", tag).build());

        assertThat(tag).isNotEmpty();
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.response().body()).isEmpty();
    }

    @Test
    void bothLanguagesHaveTheSameTexts() {
        assertThat(keys("texts-zh.js")).isEqualTo(keys("texts-en.js")).hasSizeGreaterThan(200);
    }

    @Test
    void everyStrategyHasItsNameAndColorAndEveryActionItsName() {
        String style = server.get("/console/console.css").response().body();
        String parts = server.get("/console/parts.js").response().body();

        for (Strategy strategy : Strategy.values()) {
            assertThat(keys("texts-en.js")).contains("strategy." + strategy);
            assertThat(style).contains("." + strategy + " {");
            assertThat(parts).contains("\"" + strategy + "\"");
        }
        for (InteractionType type : InteractionType.values()) {
            assertThat(keys("texts-en.js")).contains("type." + type);
        }
    }

    private List<String> keys(String file) {
        return Pattern.compile("(?m)^  \"([^\"]+)\": ")
                .matcher(server.get("/console/" + file).response().body())
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    void aKeyTellsWhatItMayDo() {
        String key = ApiKey.random();
        ApiKeys keys = new ApiKeys(List.of(ApiKey.of("desk", Set.of(Scope.READ, Scope.EXPLAIN), key)));
        try (TestServer guarded = new TestServer(keys)) {
            Answer known = guarded.ask(
                    guarded.request("/v1/access").header("X-Api-Key", key).build());

            assertThat(known.json().path("scopes").toString()).isEqualTo("[\"read\",\"explain\"]");
            assertThat(known.at("/keys")).isEqualTo("true");
            assertThat(guarded.get("/v1/access").status()).isEqualTo(401);
        }
        assertThat(server.get("/v1/access").json().path("scopes")).hasSize(5); // without keys, all of them
    }

    @Test
    void figuresAreOfAnInstanceAndOfTheLastHour() {
        Answer live = server.get("/v1/live");

        assertThat(live.at("/state")).isEqualTo("RUNNING");
        assertThat(live.at("/instances")).isEqualTo("2");
        assertThat(live.at("/samples/0/eventsPerSecond")).isEqualTo("10.0");
        assertThat(live.at("/samples/0/latencyP50Ms")).isEqualTo("3.3");
        assertThat(live.json().at("/samples/0").has("latencyP99Ms")).isFalse();
        assertThat(server.get("/v1/live?since=2000").json().path("samples")).isEmpty();
    }

    @Test
    void aTextOfScenariosIsCheckedAndPreviewed() {
        Answer good = server.post("/v1/scenarios/check", "{\"yaml\":\"x\"}");
        Answer wrong = server.post("/v1/scenarios/check", "{\"yaml\":\"wrong\"}");
        Answer preview = server.post(
                "/v1/scenarios/preview?explain=text",
                "{\"yaml\":\"any\",\"scenario\":\"x\",\"userIds\":[\"ada\",\"nobody\"]}");

        assertThat(good.json().path("scenarios").toString()).isEqualTo("[\"home\",\"default\",\"x\"]");
        assertThat(wrong.at("/line")).isEqualTo("3");
        assertThat(wrong.at("/mistake")).isEqualTo("a mistake");
        assertThat(preview.at("/answers/0/list/items/0/itemId")).isEqualTo("item-1");
        assertThat(preview.at("/answers/1/problem/type")).isEqualTo("urn:kindred:problem:unknown-user");
        assertThat(server.queries.lastScenario().scenario().name()).isEqualTo("x");
    }

    @Test
    void aPreviewOfAWrongTextNamesTheMistake() {
        String users = "\"userIds\":[\"ada\"]}";
        Answer wrong = server.post("/v1/scenarios/preview", "{\"yaml\":\"wrong\",\"scenario\":\"x\"," + users);
        Answer other = server.post("/v1/scenarios/preview", "{\"yaml\":\"any\",\"scenario\":\"y\"," + users);

        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.at("/detail")).isEqualTo("yaml, line 3: a mistake");
        assertThat(other.at("/detail")).isEqualTo("scenario must be one of home, default, x");
    }

    @Test
    void itemsAreFoundAndLookedUp() {
        Answer found = server.get("/v1/items?q=green&k=5");
        Answer looked = server.post("/v1/items/lookup", "{\"itemIds\":[\"nothing\",\"tea\",\"tea\"]}");

        assertThat(found.at("/total")).isEqualTo("1");
        assertThat(found.at("/items/0/title")).isEqualTo("Green tea");
        assertThat(looked.json().path("items").findValuesAsText("itemId")).containsExactly("tea");
        assertThat(server.get("/v1/items?without=nonsense").status()).isEqualTo(400);
    }
}
