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

    private static final Map<Scope, String> KEYS = new EnumMap<>(
            Map.of(Scope.READ, ApiKey.random(), Scope.WRITE, ApiKey.random(), Scope.ADMIN, ApiKey.random()));

    private final TestServer server = new TestServer(new ApiKeys(KEYS.entrySet().stream()
            .map(key -> ApiKey.of(key.getKey().word(), Set.of(key.getKey()), key.getValue()))
            .toList()));
    private final JsonNode document = server.get("/openapi.json").json();

    @AfterAll
    void stop() {
        server.close();
    }

    private static HttpRequest.Builder call(TestServer server, Route route) {
        String path = route.path().replace("{id}", "ada").replace("{name}", "idle");
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
                .containsExactlyInAnyOrder("GET /", "GET /openapi.json", "GET /health/live", "GET /health/ready");
    }

    @Test
    void whatTellsOfUsersOrOfTheInstanceIsForAdministrators() {
        assertThat(server.routes())
                .filteredOn(route -> route.access().scope() == Scope.ADMIN)
                .extracting(Route::pattern)
                .containsExactlyInAnyOrder(
                        "GET /v1/users/{id}/profile",
                        "GET /v1/users/{id}/neighbors",
                        "GET /v1/segments",
                        "GET /v1/segments/{name}/users",
                        "POST /v1/users/{id}/merge",
                        "PUT /v1/users/{id}/attributes",
                        "DELETE /v1/users/{id}/attributes",
                        "GET /v1/status",
                        "GET /metrics");
    }

    @Test
    void nobodyGetsInWithoutAKey() {
        for (Route route : closed()) {
            Answer answer = ask(route);

            assertThat(answer.status()).as(route.pattern()).isEqualTo(401);
            assertThat(answer.at("/type")).isEqualTo("urn:kindred:problem:key-required");
            assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"kindred\"");
        }
    }

    @Test
    void nobodyGetsInWithAKeyThatIsNotKnown() {
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
                boolean allowed = scope == needed || scope == Scope.ADMIN;
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
    void aKeyInTheQueryIsNoKeyWhereTheRouteDoesNotSaySo() {
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
    void theDocumentSaysWhichKeyIsFor() {
        assertThat(document.at("/components/securitySchemes/bearer/scheme").asText())
                .isEqualTo("bearer");
        for (Route route : server.routes()) {
            JsonNode operation = document.path("paths")
                    .path(route.path())
                    .path(route.method().toLowerCase(Locale.ROOT));
            boolean isOpen = route.access().scope() == Scope.OPEN;

            assertThat(operation.at("/security/0/bearer/0").asText())
                    .as(route.pattern())
                    .isEqualTo(isOpen ? "" : route.access().scope().word());
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
    void whoIsRefusedBeforeTheBodyCameIsToldThatTheConnectionEnds() {
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
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("Content-Security-Policy")).startsWith("default-src 'none'");
        assertThat(answer.header("X-Request-Id")).isNotEmpty();
        assertThat(answer.response().headers().map()).doesNotContainKeys("server", "strict-transport-security");
    }

    @Test
    void whatIsNoHttpIsAnsweredWithTheSameHeaders() {
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
    void thePageMayRunWhatItHoldsAndNothingElse() {
        String policy = server.get("/").header("Content-Security-Policy");

        assertThat(policy)
                .matches(
                        "default-src 'none'; script-src 'sha256-[A-Za-z0-9+/]{43}='; style-src 'sha256-[A-Za-z0-9+/]{43}=';"
                                + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
        assertThat(server.get("/").response().body())
                .containsOnlyOnce("<script>")
                .containsOnlyOnce("<style>")
                .doesNotContain(" style=")
                .doesNotContain(" onclick");
    }
}
