package dev.kindred.laws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.kindred.app.KindredApp;
import dev.kindred.http.HttpServerException;
import dev.kindred.lab.embedded.EmbeddedKafka;
import dev.kindred.model.Interaction;
import dev.kindred.model.InteractionType;
import dev.kindred.model.Merge;
import dev.kindred.model.Recommendations;
import dev.kindred.model.RecommendedItem;
import dev.kindred.testing.Deployment;
import dev.kindred.testing.SharedKafka;
import dev.kindred.testing.TopicTail;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Law: answers over HTTP equal the published lists. */
@Timeout(180)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(SharedKafka.class)
@Execution(ExecutionMode.CONCURRENT)
final class HttpIT {

    private static final int USERS = 40;
    private static final List<Interaction> EVENTS = Events.of(new SplittableRandom(11), 1500, USERS, 200);
    private static final long AFTER_MS =
            1 + EVENTS.stream().mapToLong(Interaction::timestampMs).max().orElseThrow();
    private static final Duration DEADLINE = Duration.ofSeconds(60);

    private final EmbeddedKafka kafka;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Path directory;

    HttpIT(EmbeddedKafka kafka, @TempDir Path directory) {
        this.kafka = kafka;
        this.directory = directory;
    }

    private Deployment deployment(String guarantee) {
        return deployment(guarantee, Map.of());
    }

    private Deployment deployment(String guarantee, Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(Events.UNCAPPED);
        settings.putAll(more);
        settings.put("processing.guarantee", guarantee);
        settings.put("http.enabled", "true");
        settings.put("http.port", "0");
        return new Deployment(kafka, directory, settings);
    }

    private HttpResponse<String> merge(KindredApp app, Merge merge) throws IOException, InterruptedException {
        URI address = app.address().orElseThrow().resolve("/v1/users/" + merge.into() + "/merge");
        return client.send(
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"from\":\"" + merge.from() + "\"}"))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> get(KindredApp app, String path) throws IOException, InterruptedException {
        URI address = app.address().orElseThrow().resolve(path);
        return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"exactly_once_v2", "at_least_once"})
    void listsAreThoseThatWerePublished(String guarantee) throws Exception {
        Deployment deployment = deployment(guarantee);

        try (KindredApp app = deployment.start("only");
                TopicTail<String, Recommendations> lists = deployment.lists()) {
            Deployment.awaitRunning(app);
            deployment.send(EVENTS);
            lists.awaitCount(EVENTS.size(), DEADLINE);
            Map<String, Recommendations> published = settled(deployment, lists);

            assertThat(published).hasSize(USERS);
            for (Recommendations list : published.values()) {
                HttpResponse<String> answer = get(app, "/v1/users/" + list.userId() + "/recommendations?explain=true");

                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
                assertSame(new JsonMapper().readTree(answer.body()), list);
            }
        }
    }

    /**
     * The lists after events that change nothing but the number of events: on items that nobody else has, too weak to be
     * seen. The first round makes these cells, and the second finds a matrix that does not move any more.
     */
    private static Map<String, Recommendations> settled(
            Deployment deployment, TopicTail<String, Recommendations> lists) {
        for (int round = 1; round <= 2; round++) {
            int before = lists.records().size();
            deployment.send(round(round));
            lists.awaitCount(before + USERS, DEADLINE);
        }
        Map<String, Recommendations> last = new HashMap<>();
        lists.records().forEach(list -> last.put(list.key(), list.value()));
        return last;
    }

    private static List<Interaction> round(int round) {
        return EVENTS.stream()
                .map(Interaction::userId)
                .distinct()
                .map(user -> new Interaction(
                        Optional.of("round-" + round + "-" + user),
                        user,
                        "own-" + user,
                        InteractionType.CLICK,
                        AFTER_MS,
                        1e-9))
                .toList();
    }

    private static void assertSame(JsonNode answer, Recommendations list) {
        assertThat(answer.path("vectorVersion").asLong()).isEqualTo(list.vectorVersion());
        assertThat(answer.path("items")).hasSameSizeAs(list.items());
        for (RecommendedItem item : list.items()) {
            JsonNode same = answer.path("items").path(item.rank() - 1);
            assertThat(same.path("itemId").asText()).isEqualTo(item.itemId());
            assertThat(same.path("strategy").asText()).isEqualTo(item.strategy().name());
            assertThat(same.path("similarUsers").asInt()).isEqualTo(item.similarUsers());
            assertThat(same.path("score").asDouble()).isCloseTo(item.score(), within(item.score()));
            assertThat(same.at("/reasons/0/itemId").asText("none"))
                    .isEqualTo(item.reasons().stream()
                            .map(reason -> reason.itemId())
                            .findFirst()
                            .orElse("none"));
        }
    }

    private static Offset<Double> within(double score) {
        return Offset.offset(1e-4 * Math.abs(score)); // published scores are floats
    }

    @Test
    void aMergeMovesTheEventsOfAVisitorToTheUser() throws Exception {
        Deployment deployment = deployment("exactly_once_v2", Map.of("topics.partitions", "2"));

        try (KindredApp app = deployment.start("only");
                TopicTail<String, Recommendations> lists = deployment.lists()) {
            Deployment.awaitRunning(app);
            deployment.send(Visitors.of(EVENTS));
            lists.awaitCount(EVENTS.size(), DEADLINE);
            for (Merge merge : Visitors.merges(EVENTS)) {
                assertThat(merge(app, merge).statusCode()).isEqualTo(202);
                assertThat(merge(app, merge).statusCode()).isEqualTo(202); // to ask again does no harm
            }

            assertThat(Visitors.awaitMerges(lists, USERS, DEADLINE)).isEqualTo(USERS); // all of them were visitors
            Cells.assertAreTheCores(deployment, EVENTS);
            assertThat(get(app, "/v1/users/" + Visitors.idOf("user-0") + "/profile")
                            .statusCode())
                    .isEqualTo(404);
            assertThat(get(app, "/v1/users/user-0/profile").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void reportsItsStatusAndUnknownItems() throws Exception {
        Deployment deployment = deployment("exactly_once_v2");

        try (KindredApp app = deployment.start("only")) {
            Deployment.awaitRunning(app);

            assertThat(get(app, "/health/ready").statusCode()).isEqualTo(200);
            assertThat(get(app, "/v1/users/nobody/recommendations").statusCode())
                    .isEqualTo(404);
            assertThat(get(app, "/v1/users/nobody/profile?k=1").statusCode()).isEqualTo(400);
            JsonNode status = new JsonMapper().readTree(get(app, "/v1/status").body());
            assertThat(status.path("state").asText()).isEqualTo("RUNNING");
            assertThat(status.path("partitions"))
                    .hasSize(deployment.config().topicSettings().partitions());
            assertThat(status.at("/matrix/cells").asInt()).isZero();
        }
    }

    @Test
    void refusesToStartOnABusyPort() throws Exception {
        try (KindredApp first = deployment("exactly_once_v2").start("only")) {
            Map<String, String> settings = new HashMap<>(Events.UNCAPPED);
            settings.put("http.enabled", "true");
            settings.put(
                    "http.port", String.valueOf(first.address().orElseThrow().getPort()));
            Deployment second = new Deployment(kafka, directory, settings);

            assertThatThrownBy(() -> second.start("only"))
                    .isInstanceOf(HttpServerException.class)
                    .hasMessageContaining("set http.port to another port");
        }
    }
}
