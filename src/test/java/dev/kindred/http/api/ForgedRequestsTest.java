package dev.kindred.http.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.http.Route;
import dev.kindred.http.api.TestServer.Answer;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No page of another origin changes anything on a server without keys, or reads it under a name of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ForgedRequestsTest {

    private static final String EVENTS = "{\"events\":[{\"userId\":\"ada\",\"itemId\":\"tea\",\"type\":\"CLICK\"}]}";

    private final TestServer server = new TestServer();

    @AfterAll
    void stop() {
        server.close();
    }

    /** The head of the answer to a request with these headers. */
    private String ask(String method, String path, String headers, String body) {
        return RawClient.headOf(
                server.address(),
                method + " " + path + " HTTP/1.1\r\nConnection: close\r\n" + headers + "Content-Length: "
                        + body.length() + "\r\n\r\n" + body);
    }

    private String own() {
        return "Host: 127.0.0.1:" + server.address().getPort() + "\r\n";
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /v1/events",
        "POST, /v1/recommendations",
        "POST, /v1/recommendations/batch",
        "POST, /v1/items",
        "PUT, /v1/items/tea",
        "POST, /v1/users/ada/merge",
        "PUT, /v1/users/ada/attributes"
    })
    void aBodyNeedsItsType(String method, String path) {
        for (String type : List.of("", "Content-Type: text/plain\r\n", "Content-Type:\r\n")) {
            assertThat(ask(method, path, own() + type, "{}")).as(type).startsWith("HTTP/1.1 415");
        }
    }

    @Test
    void aBeaconNeedsNone() {
        assertThat(ask("POST", "/v1/events/beacon", own(), EVENTS)).startsWith("HTTP/1.1 204");
    }

    @Test
    void noPageOfAnotherOriginChangesAnything() {
        for (Route route : server.routes()) {
            String path = route.path()
                    .replace("{id}", "ada")
                    .replace("{requestId}", "0-00000000-0000-0000-0000-000000000000");
            for (String headers : List.of(
                    "Origin: https://evil.example\r\n",
                    "Origin: null\r\n",
                    "Origin: https://evil.example\r\nSec-Fetch-Site: cross-site\r\n",
                    "Origin: https://shop.example.evil.example\r\nSec-Fetch-Site: same-site\r\n",
                    "Sec-Fetch-Site: cross-site\r\n",
                    "Sec-Fetch-Site: cross-site\r\nReferer: https://evil.example/https://shop.example/\r\n",
                    "Sec-Fetch-Site: cross-site\r\nReferer: ::\r\n")) {
                String answer = ask(route.method(), path, own() + headers + "Content-Type: application/json\r\n", "{}");

                assertThat(answer.startsWith("HTTP/1.1 403"))
                        .as(route.pattern() + " " + headers)
                        .isEqualTo(route.changes());
            }
        }
        assertThat(server.merges.kept()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Sec-Fetch-Site: same-origin\r\nOrigin: https://proxied.example\r\n",
                "Sec-Fetch-Site: none\r\n",
                "Origin: https://shop.example\r\n",
                "Origin: https://shop.example\r\nSec-Fetch-Site: cross-site\r\n",
                "Referer: https://shop.example/tea?x=1\r\nSec-Fetch-Site: cross-site\r\n"
            })
    void pagesOfTheShopAndOtherClientsDo(String headers) {
        String answer = ask("POST", "/v1/events", own() + headers + "Content-Type: application/json\r\n", EVENTS);

        assertThat(answer).startsWith("HTTP/1.1 202");
    }

    @Test
    void aPageOfTheServerItselfDoes() {
        String origin = "Origin: " + server.address() + "\r\nContent-Type: application/json\r\n";

        assertThat(ask("POST", "/v1/events", own() + origin, EVENTS)).startsWith("HTTP/1.1 202");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"evil.example", "evil.example:8080", "127.0.0.1.evil.example", "localhost.evil.example", "1.2"})
    void noOtherNameIsServed(String host) {
        String headers = "Host: " + host + "\r\n";

        assertThat(ask("GET", "/v1/users/ada/profile", headers, "")).startsWith("HTTP/1.1 421");
        assertThat(ask("POST", "/v1/users/ada/merge", headers, "{}")).startsWith("HTTP/1.1 421");
        assertThat(ask("GET", "/health/live", headers, "")).startsWith("HTTP/1.1 200"); // probes use any name
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LocalHost:1", "127.0.0.1", "10.1.2.3:8080", "[::1]:8080", "[fe80::1]"})
    void addressesAndOwnNamesAre(String host) {
        assertThat(ask("GET", "/v1/users/ada/profile", "Host: " + host + "\r\n", ""))
                .startsWith("HTTP/1.1 200");
    }

    @Test
    void theAnswerSaysWhichSettingToChange() {
        Answer foreign = server.ask(server.request("/v1/items/tea")
                .header("Origin", "https://evil.example")
                .DELETE()
                .build());

        assertThat(foreign.status()).isEqualTo(403);
        assertThat(foreign.at("/type")).isEqualTo("urn:kindred:problem:foreign-origin");
        assertThat(foreign.at("/detail")).contains("http.cors.origins");
    }
}
