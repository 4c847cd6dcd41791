package dev.kindred.laws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.app.KindredApp;
import dev.kindred.model.Interaction;
import dev.kindred.model.Recommendations;
import dev.kindred.testing.Deployment;
import dev.kindred.testing.RestartableKafka;
import dev.kindred.testing.Streams;
import dev.kindred.testing.TopicTail;
import dev.kindred.testing.Wait;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Law: what is answered as accepted over HTTP is learned, once; and nothing is while the brokers are away. What is said of
 * an item shows, and what was said last holds.
 */
@Timeout(180)
final class FeedIT {

    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final Duration BOUND = Duration.ofSeconds(10); // three times the setting, for a slow machine
    private static final List<Interaction> EVENTS = Streams.random(new SplittableRandom(7), 60, 10, 20);

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void learnsAcceptedEventsOnce(@TempDir Path brokerDirectory, @TempDir Path directory) {
        try (RestartableKafka kafka = new RestartableKafka(brokerDirectory)) {
            Deployment deployment = new Deployment(
                    kafka.broker(),
                    directory,
                    Map.of("http.enabled", "true", "http.port", "0", "http.events.timeout.ms", "3000"));
            try (KindredApp app = deployment.start("only");
                    TopicTail<String, Recommendations> lists = deployment.lists()) {
                Deployment.awaitRunning(app);
                URI events = app.address().orElseThrow().resolve("/v1/events");
                List<String> accepted = new ArrayList<>(idsOf(EVENTS));

                HttpResponse<String> answer = post(events, bodyOf(EVENTS));
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
                assertThat(answer.body()).isEqualTo("{\"accepted\":60,\"rejected\":[]}");
                assertLearnedOnce(accepted, lists);
                assertTheLastWordHolds(app.address().orElseThrow());

                kafka.stop();
                HttpResponse<String> refusal = post(events, bodyOf("while-away"));
                assertThat(refusal.statusCode()).as(refusal.body()).isEqualTo(503);
                assertThat(refusal.headers().firstValue("Retry-After")).contains("2");

                kafka.restart();
                accepted.add(awaitAccepted(events));
                assertLearnedOnce(accepted, lists);
            }
        }
    }

    private void assertTheLastWordHolds(URI address) {
        URI tea = address.resolve("/v1/items/tea");
        for (int i = 0; i < 20; i++) {
            assertThat(send("PUT", tea, "{\"title\":\"word " + i + "\"}").statusCode())
                    .isEqualTo(202);
        }
        Wait.until(
                DEADLINE,
                "the last word on tea",
                () -> send("GET", tea, "").body().contains("\"title\":\"word 19\""));

        assertThat(send("DELETE", tea, "").statusCode()).isEqualTo(204);
        Wait.until(DEADLINE, "no tea", () -> send("GET", tea, "").statusCode() == 404);
    }

    private static List<String> idsOf(List<Interaction> events) {
        return events.stream().map(event -> event.eventId().orElseThrow()).toList();
    }

    /** Sends one event after the other until one is accepted, and returns its id. */
    private String awaitAccepted(URI events) {
        List<String> tried = new ArrayList<>();
        Wait.until(DEADLINE, "an accepted event", () -> {
            tried.add("back-" + tried.size());
            return post(events, bodyOf(tried.get(tried.size() - 1))).statusCode() == 202;
        });
        return tried.get(tried.size() - 1);
    }

    private static void assertLearnedOnce(List<String> accepted, TopicTail<String, Recommendations> lists) {
        lists.await("a list for every event", read -> answered(lists).containsAll(accepted), DEADLINE);
        lists.readToEnd();
        assertThat(answered(lists).stream().filter(accepted::contains)).containsExactlyInAnyOrderElementsOf(accepted);
    }

    private static List<String> answered(TopicTail<String, Recommendations> lists) {
        return lists.records().stream()
                .map(list -> list.value().triggerEventId().orElse(""))
                .toList();
    }

    private HttpResponse<String> post(URI address, String body) {
        return send("POST", address, body);
    }

    private HttpResponse<String> send(String method, URI address, String body) {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(BOUND)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build();
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static String bodyOf(List<Interaction> events) {
        return events.stream()
                .map(event ->
                        json(event.userId(), event.itemId(), event.eventId().orElseThrow()))
                .collect(Collectors.joining(",", "{\"events\":[", "]}"));
    }

    private static String bodyOf(String eventId) {
        return "{\"events\":[" + json("ada", "tea", eventId) + "]}";
    }

    private static String json(String user, String item, String eventId) {
        return "{\"userId\":\"%s\",\"itemId\":\"%s\",\"type\":\"CLICK\",\"eventId\":\"%s\"}"
                .formatted(user, item, eventId);
    }
}
