package dev.kindred.http.api;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.kindred.http.HttpServer;
import dev.kindred.http.api.TestServer.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** Requests that are nearly well-formed are refused, not guessed at. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("StringConcatToTextBlock") // the line ends are under test
final class MalformedRequestsTest {

    private static final String EVENTS = "{\"events\":[{\"userId\":\"ada\",\"itemId\":\"tea\",\"type\":%s}]}";

    private final TestServer server = new TestServer();

    @AfterAll
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%ff", "%fe", "%c0%af", "%ED%A0%80", "a%80", "%EF%BF%BD"})
    void aPathMustBeUtf8(String id) {
        Answer answer = server.send("PUT", "/v1/items/" + id, "{}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("/detail")).isEqualTo("id is not percent-encoded UTF-8");
        assertThat(server.items.kept()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /health/live HTTP/1.1\nHost: localhost\n\n",
                "GET /health/live HTTP/1.1\r\nHost: localhost\n\r\n",
                "POST /v1/events HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                        + "Transfer-Encoding: chunked\r\n\r\n2\n{}\n0\n\n"
            })
    void aLineEndsWithCarriageReturnAndLineFeed(String request) {
        assertThat(RawClient.statusOf(server.address(), request)).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "0", "1.0", "true", "[\"CLICK\"]"})
    void aTypeIsAWord(String type) {
        assertThat(server.post("/v1/events", EVENTS.formatted(type)).status()).isEqualTo(400);
        assertThat(server.events.kept()).isEmpty();
    }

    @Test
    void aNameStandsOnceInAnObject() {
        String twice = "{\"from\":\"a\",\"from\":\"b\"}";

        assertThat(server.post("/v1/users/ada/merge", twice).status()).isEqualTo(400);
        assertThat(server.merges.kept()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16BE", "UTF-16LE", "UTF-32BE", "UTF-32LE"})
    void aBodyIsInUtf8(String charset) {
        Answer answer = server.ask(server.request("/v1/users/ada/merge")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray("{\"from\":\"a\"}".getBytes(Charset.forName(charset))))
                .build());

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("/detail")).isEqualTo("the body must be JSON in UTF-8");
    }

    @Test
    void theLogRepeatsLittleOfThem() {
        ListAppender<ILoggingEvent> appender = new ListAppender<>();
        appender.start();
        Logger logger = (Logger) LoggerFactory.getLogger(HttpServer.class);
        Level before = logger.getLevel();
        logger.setLevel(Level.WARN);
        logger.addAppender(appender);
        try {
            RawClient.statusOf(server.address(), "GET / HTTP/1.1\r\nHost: " + "[x".repeat(7_000) + "\r\n\r\n");
            RawClient.statusOf(server.address(), "G\u0001ET / HTTP/1.1\r\n\r\n");
        } finally {
            logger.detachAppender(appender);
            logger.setLevel(before);
        }

        List<ILoggingEvent> logged = List.copyOf(appender.list);
        assertThat(logged)
                .isNotEmpty()
                .allSatisfy(event -> assertThat(event.getFormattedMessage())
                        .startsWith("Refused a request from 127.0.0.1")
                        .hasSizeLessThan(250)
                        .doesNotContain("\u0001"));
    }
}
