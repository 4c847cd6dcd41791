package dev.kindred.http.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindred.http.Access;
import dev.kindred.http.Route;
import dev.kindred.http.Scope;
import dev.kindred.http.api.TestServer.Answer;
import dev.kindred.http.guard.ApiKey;
import dev.kindred.http.guard.ApiKeys;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Laws: no route answers a caller whose key is not for it, and no answer lacks the headers that browsers go by. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class GuardedApiTest {

    private static final Map<Scope, String> KEYS = new EnumMap<>(Map.of(
            Scope.EVENTS,
            ApiKey.random(),
            Scope.READ,
            ApiKey.random(),
            Scope.EXPLAIN,
            ApiKey.random(),
            Scope.WRITE,
            ApiKey.random(),
            Scope.ADMIN,
            ApiKey.random()));

    private static final String KEY = ApiKey.random();
    private static final String IMAGE = "/v1/events/beacon?userId=ada&itemId=tea&type=CLICK";

    private final TestServer server = new TestServer(new ApiKeys(KEYS.entrySet().stream()
            .map(key -> ApiKey.of(key.getKey().word(), Set.of(key.getKey()), key.getValue()))
            .toList()));
    private final JsonNode document = server.get("/openapi.json").json();

    @AfterAll
    void stop() {
        server.close();
    }

    private static HttpRequest.Builder call(TestServer server, Route route) {
        String path = route.path()
                .replace("{id}", "ada")
                .replace("{name}", "idle")
                .replace("{requestId}", "0-00000000-0000-0000-0000-000000000000")
                .replace("{file}", "app.js");
        return server.request(path)
                .header("Content-Type", "application/json")
                .method(route.method(), BodyPublishers.ofString(route.body().isPresent() ? "{}" : ""));
    }

    private Answer ask(Route route, String... headers) {
        HttpRequest.Builder request = call(server, route);
        return server.ask(
                headers.length == 0 ? request.build() : request.headers(headers).build());
    }

    private List<Route> closed() {
        return server.routes().stream()
                .filter(route -> route.access().scope() != Scope.OPEN)
                .toList();
    }

    @Test
    void fewRoutesAreOpen() {
        assertThat(server.routes())
                .filteredOn(route -> route.access().scope() == Scope.OPEN)
                .extracting(Route::pattern)
                .containsExactlyInAnyOrder(
                        "GET /",
                        "GET /api",
                        "GET /console/{file}",
                        "GET /openapi.json",
                        "GET /health/live",
                        "GET /health/ready");
    }

    @Test
    void dataOfUsersAndTheInstanceNeedsAnAdministrator() {
        assertThat(server.routes())
                .filteredOn(route -> route.access().scope() == Scope.ADMIN)
                .extracting(Route::pattern)
                .containsExactlyInAnyOrder(
                        "GET /v1/users/{id}/neighbors",
                        "GET /v1/users/{id}/data",
                        "GET /v1/segments",
                        "GET /v1/segments/{name}/users",
                        "POST /v1/users/{id}/merge",
                        "DELETE /v1/users/{id}",
                        "GET /v1/erasures/{requestId}",
                        "PUT /v1/users/{id}/attributes",
                        "DELETE /v1/users/{id}/attributes",
                        "GET /v1/status",
                        "GET /v1/users",
                        "GET /v1/settings",
                        "GET /v1/topics",
                        "GET /v1/dead-letters",
                        "GET /metrics");
    }

    @Test
    void aPageMaySendEventsAndChangeNothingElse() {
        assertThat(server.routes())
                .filteredOn(route -> route.access().scope() == Scope.EVENTS)
                .extracting(Route::pattern)
                .containsExactlyInAnyOrder("POST /v1/events", "POST /v1/events/beacon", "GET /v1/events/beacon");
    }

    @Test
    void reasonsNeedTheirScope() {
        String path = "/v1/users/ada/recommendations?explain=";

        for (String explain : List.of("true", "text")) {
            Answer refused = withKey(server, KEYS.getOrDefault(Scope.READ, ""), path + explain);
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.at("/detail")).isEqualTo("explain needs a key with the scope explain");
        }
        assertThat(withKey(server, KEYS.getOrDefault(Scope.ADMIN, ""), path + "true")
                        .at("/items/0/reasons/0/itemId"))
                .isEqualTo("tea");
        try (TestServer both = withScopes(Set.of(Scope.READ, Scope.EXPLAIN))) {
            assertThat(withKey(both, KEY, path + "true").status()).isEqualTo(200);
        }
    }

    @Test
    void keysOfFormerVersionsReadReasonsButNoProfiles() {
        try (TestServer old = withScopes(Set.of(Scope.READ, Scope.WRITE))) {
            assertThat(withKey(old, KEY, "/v1/users/ada/recommendations?explain=true")
                            .status())
                    .isEqualTo(200);
            assertThat(withKey(old, KEY, "/v1/users/ada/profile").status()).isEqualTo(403);
            assertThat(old.get(IMAGE + "&key=" + KEY).status()).isEqualTo(204);
        }
    }

    @Test
    void aUrlMayHoldAKeyForEventsButNoneOfAnAdministrator() {
        Answer refused = server.get(IMAGE + "&key=" + KEYS.get(Scope.ADMIN));

        assertThat(server.get(IMAGE + "&key=" + KEYS.get(Scope.EVENTS)).status())
                .isEqualTo(204);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.at("/detail")).contains("may not stand in a URL");
    }

    @Test
    void pagesOfTheShopSendEventsWithoutAKeyAndNothingElse() {
        assertThat(fromPage(TestServer.SHOP, IMAGE)).isEqualTo(204);
        assertThat(fromPage("https://evil.example", IMAGE)).isEqualTo(403);
        assertThat(server.get(IMAGE).status()).isEqualTo(401);
        assertThat(fromPage(TestServer.SHOP, "/v1/items/popular")).isEqualTo(401);
    }

    private static TestServer withScopes(Set<Scope> scopes) {
        return new TestServer(new ApiKeys(List.of(ApiKey.of("shop", scopes, KEY))));
    }

    private static Answer withKey(TestServer asked, String key, String path) {
        return asked.ask(asked.request(path).header("X-Api-Key", key).build());
    }

    private int fromPage(String origin, String path) {
        return server.ask(server.request(path).header("Origin", origin).build()).status();
    }

    @Test
    void requestsWithoutAKeyAreRefused() {
        for (Route route : closed()) {
            Answer answer = ask(route);

            assertThat(answer.status()).as(route.pattern()).isEqualTo(401);
            assertThat(answer.at("/type")).isEqualTo("urn:kindred:problem:key-required");
            assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"kindred\"");
        }
    }

    @Test
    void requestsWithAnUnknownKeyAreRefused() {
        for (Route route : closed()) {
            for (String header : List.of("Bearer " + ApiKey.random(), "Bearer ", "Basic YTpi", "Bearer")) {
                assertThat(ask(route, "Authorization", header).status())
                        .as(route.pattern() + " " + header)
                        .isEqualTo(401);
            }
            assertThat(ask(route, "X-Api-Key", ApiKey.random()).header("WWW-Authenticate"))
                    .isEqualTo("Bearer realm=\"kindred\", error=\"invalid_token\"");
        }
    }

    @Test
    void everyKeyIsForItsOwnScope() {
        for (Route route : closed()) {
            Scope needed = route.access().scope();
            KEYS.forEach((scope, key) -> {
                boolean allowed = needed == Scope.ANY
                        || scope == needed
                        || scope == Scope.ADMIN
                        || (scope == Scope.WRITE && needed == Scope.EVENTS);
                int bearer = ask(route, "Authorization", "bearer " + key).status();
                Answer header = ask(route, "X-Api-Key", key);

                assertThat(bearer).as(route.pattern() + " " + scope).isEqualTo(header.status());
                assertThat(header.status() == 403).isEqualTo(!allowed);
                assertThat(header.status()).isNotEqualTo(401);
                if (!allowed) {
                    assertThat(header.at("/type")).isEqualTo("urn:kindred:problem:scope-required");
                    assertThat(header.header("WWW-Authenticate"))
                            .endsWith("error=\"insufficient_scope\", scope=\"" + needed.word() + "\"");
                }
            });
        }
    }

    @Test
    void aKeyInTheQueryIsIgnoredUnlessTheRouteAllowsIt() {
        assertThat(server.get("/v1/items/popular?" + Access.KEY_PARAMETER + "=" + KEYS.get(Scope.READ))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void openRoutesTakeNoNoticeOfKeys() {
        assertThat(server.get("/health/live").status()).isEqualTo(200);
        assertThat(server.ask(server.request("/health/live")
                                .header("X-Api-Key", "unknown")
                                .build())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void theDocumentNamesTheScopeOfEveryRoute() {
        assertThat(document.at("/components/securitySchemes/bearer/scheme").asText())
                .isEqualTo("bearer");
        for (Route route : server.routes()) {
            JsonNode operation = document.path("paths")
                    .path(route.path())
                    .path(route.method().toLowerCase(Locale.ROOT));
            Scope scope = route.access().scope();
            boolean isOpen = scope == Scope.OPEN;

            assertThat(operation.at("/security/0/bearer/0").asText())
                    .as(route.pattern())
                    .isEqualTo(isOpen || scope == Scope.ANY ? "" : scope.word());
            assertThat(operation.at("/responses").has("401")).isEqualTo(!isOpen);
            assertThat(operation.at("/responses").has("403")).isEqualTo(!isOpen);
        }
    }

    @Test
    void theDocumentOfAnOpenServerSpeaksOfNoKeys() {
        try (TestServer open = new TestServer()) {
            assertThat(open.get("/openapi.json").response().body())
                    .doesNotContain("securitySchemes")
                    .doesNotContain("\"security\"")
                    .doesNotContain("\"401\"");
        }
    }

    @Test
    void everyAnswerHasItsHeaders() {
        for (Route route : server.routes()) {
            assertHasHeaders(ask(route));
            assertHasHeaders(ask(route, "X-Api-Key", KEYS.getOrDefault(Scope.ADMIN, "")));
        }
        assertHasHeaders(server.get("/nowhere"));
        assertHasHeaders(server.get("/v1/users/%ff/profile?k=1&k=2"));
        assertHasHeaders(server.ask(server.request("/metrics").DELETE().build()));
    }

    @Test
    void aRefusalBeforeTheBodyClosesTheConnection() {
        String head =
                "POST /v1/events HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 5\r\n\r\n";

        assertThat(RawClient.headOf(server.address(), head))
                .startsWith("HTTP/1.1 401")
                .contains("Connection: close");
        assertThat(RawClient.headOf(server.address(), head + "12345"))
                .startsWith("HTTP/1.1 401")
                .doesNotContain("Connection: close");
    }

    private static void assertHasHeaders(Answer answer) {
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.header("Cache-Control"))
                .isEqualTo(answer.header("ETag").isEmpty() ? "no-store" : "no-cache");
        assertThat(answer.header("Content-Security-Policy")).startsWith("default-src 'none'");
        assertThat(answer.header("X-Request-Id")).isNotEmpty();
        assertThat(answer.response().headers().map()).doesNotContainKeys("server", "strict-transport-security");
    }

    @Test
    void malformedRequestsGetTheSameHeaders() {
        for (String malformed : List.of(
                "G ET / HTTP/1.1\r\n\r\n",
                "GET / HTTP/9.9\r\n\r\n",
                "GET / HTTP/1.1\r\n\r\n",
                "GET /v1/users/%zz/profile HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nX: " + "x".repeat(100_000) + "\r\n\r\n")) {
            assertThat(RawClient.headOf(server.address(), malformed).toLowerCase(Locale.ROOT))
                    .contains("application/problem+json")
                    .contains("x-content-type-options: nosniff")
                    .contains("x-frame-options: deny")
                    .contains("content-security-policy: default-src 'none'")
                    .contains("cache-control: no-store");
        }
    }

    @Test
    void pagesRunTheScriptsOfTheServerAndNoneInline() {
        for (String path : List.of("/", "/api")) {
            Answer page = server.get(path);

            assertThat(page.header("Content-Security-Policy"))
                    .isEqualTo("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: https:"
                            + " http:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors"
                            + " 'none'");
            assertThat(page.response().body())
                    .doesNotContain("<style")
                    .doesNotContain(" style=")
                    .doesNotContain(" onclick")
                    .doesNotContain("<script>");
        }
    }
}
