package dev.kindred.http.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.kindred.browser.Browser;
import dev.kindred.http.Scope;
import dev.kindred.http.guard.ApiKey;
import dev.kindred.http.guard.ApiKeys;
import dev.kindred.model.Interaction;
import dev.kindred.testing.Wait;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** Events that pages of a shop send in a real browser, from another origin than the server's. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BeaconsIT {

    private static final Duration DEADLINE = Duration.ofSeconds(20);
    private static final String KEY = ApiKey.random();

    private Browser browser;
    private HttpServer shop;
    private HttpServer stranger;
    private TestServer server;

    @BeforeAll
    void start() throws IOException {
        browser = Browser.open();
        shop = pages();
        stranger = pages();
        server = TestServer.forPagesOf(
                List.of(origin(shop)), new ApiKeys(List.of(ApiKey.of("page", Set.of(Scope.EVENTS), KEY))));
    }

    @AfterAll
    void stop() {
        if (browser != null) {
            browser.close();
            server.close();
            shop.stop(0);
            stranger.stop(0);
        }
    }

    /** An empty page at every path. */
    private static HttpServer pages() throws IOException {
        HttpServer pages = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] page = "<!doctype html><title>Shop</title>".getBytes(StandardCharsets.UTF_8);
        pages.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        pages.start();
        return pages;
    }

    private static String origin(HttpServer pages) {
        return "http://127.0.0.1:" + pages.getAddress().getPort();
    }

    private String url(String path) {
        return server.address() + path;
    }

    private static String events(String user) {
        return "JSON.stringify({events: [{userId: '" + user + "', itemId: 'tea', type: 'CLICK'}]})";
    }

    private void awaitEventOf(String user) {
        Wait.until(
                DEADLINE,
                "the event of " + user,
                () -> server.events.kept().stream().map(Interaction::userId).anyMatch(user::equals));
    }

    private boolean hasEventOf(String user) {
        return server.events.kept().stream().map(Interaction::userId).anyMatch(user::equals);
    }

    @Test
    void aBeaconWithATextArrives() {
        browser.load(origin(shop));

        Object queued =
                browser.run("return navigator.sendBeacon('" + url("/v1/events/beacon") + "', " + events("text") + ")");

        assertThat(queued).isEqualTo(true);
        awaitEventOf("text");
    }

    @Test
    void aBeaconWithABlobOfJsonArrives() { // the browser asks first, and with credentials
        browser.load(origin(shop));

        Object queued = browser.run("return navigator.sendBeacon('" + url("/v1/events/beacon?key=" + KEY)
                + "', new Blob([" + events("blob") + "], {type: 'application/json'}))");

        assertThat(queued).isEqualTo(true);
        awaitEventOf("blob");
    }

    @Test
    void aBeaconSentWhileThePageIsLeftArrives() {
        browser.load(origin(shop) + "/one");
        browser.run("addEventListener('pagehide', () => navigator.sendBeacon('" + url("/v1/events/beacon") + "', "
                + events("leaving") + "))");

        browser.load(origin(shop) + "/two");

        awaitEventOf("leaving");
    }

    @Test
    void aFetchThatOutlivesThePageIsAnswered() {
        browser.load(origin(shop));

        String status = browser.await("return (await fetch('" + url("/v1/events")
                + "', {method: 'POST', keepalive: true,"
                + " headers: {'Content-Type': 'application/json', 'X-Api-Key': '" + KEY + "'}, body: " + events("fetch")
                + "})).status");

        assertThat(status).isEqualTo("202");
        assertThat(hasEventOf("fetch")).isTrue();
    }

    @Test
    void aPageOfAnotherOriginSendsNothing() {
        browser.load(origin(stranger));

        String beacon = browser.await("return (await fetch('" + url("/v1/events/beacon?key=" + KEY)
                + "', {method: 'POST', mode: 'no-cors', body: " + events("forged") + "})).type");
        String fetch = browser.await("return (await fetch('" + url("/v1/events") + "', {method: 'POST', headers:"
                + " {'Content-Type': 'application/json', 'X-Api-Key': '" + KEY + "'}, body: " + events("forged")
                + "})).status");

        assertThat(beacon).isEqualTo("opaque"); // sent, and the page may not read that it was refused
        assertThat(fetch).isEqualTo("error TypeError");
        assertThat(hasEventOf("forged")).isFalse();
    }

    @Test
    void aPageReadsNoListsWithItsKey() {
        browser.load(origin(shop));

        String status = browser.await("return (await fetch('" + url("/v1/items/popular")
                + "', {headers: {'X-Api-Key': '" + KEY + "'}})).status");

        assertThat(status).isEqualTo("403");
    }
}
