package dev.kindred.http.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.kindred.expression.ItemFilter;
import dev.kindred.http.BodySettings;
import dev.kindred.http.Filter;
import dev.kindred.http.HttpServer;
import dev.kindred.http.HttpSettings;
import dev.kindred.http.Reply;
import dev.kindred.http.Route;
import dev.kindred.http.guard.ApiKeys;
import dev.kindred.http.guard.Guard;
import dev.kindred.http.guard.GuardSettings;
import dev.kindred.http.guard.RateSettings;
import dev.kindred.intake.Intake;
import dev.kindred.intake.IntakeSettings;
import dev.kindred.model.ErasureRequest;
import dev.kindred.model.Interaction;
import dev.kindred.model.ItemChange;
import dev.kindred.model.Merge;
import dev.kindred.model.Strategy;
import dev.kindred.model.UserChange;
import dev.kindred.query.Health;
import dev.kindred.query.Queries;
import dev.kindred.query.Status;
import dev.kindred.recommend.RecommendSettings;
import dev.kindred.scenario.DiversitySettings;
import dev.kindred.scenario.Excludes;
import dev.kindred.scenario.Scenario;
import dev.kindred.scenario.Scenarios;
import dev.kindred.testing.InMemorySink;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;

/** All routes on a free port, over {@link FakeQueries}, and a client. */
public final class TestServer implements AutoCloseable {

    static final Instant NOW = Instant.parse("2024-01-01T00:00:00Z");
    private static final Health HEALTH = new Health(
            new Health.Brokers(true, NOW),
            new Health.Lag(
                    Optional.of(NOW),
                    List.of(
                            new Health.PartitionLag("events", 0, 7, Optional.of(Duration.ofMillis(1500))),
                            new Health.PartitionLag("events", 1, 5, Optional.empty()))),
            List.of(new Health.Standby("user-vectors", 1, 12)),
            List.of(new Health.RuleFile(
                    "scenarios", Optional.of(Path.of("shop.yaml")), NOW, Optional.of("line 3 is wrong"))),
            Map.of("INVALID_USER", 2L));
    static final String SHOP = "https://shop.example";
    static final int MAX_ID_BYTES = 100;
    static final int MAX_BODY_BYTES = 100_000;
    private static final BodySettings BODIES = new BodySettings(MAX_BODY_BYTES, Duration.ofSeconds(10), 500);

    private static final RecommendSettings LISTS =
            new RecommendSettings(20, Excludes.of(List.of("current", "purchased")), 2);
    private static final Scenarios SCENARIOS = new Scenarios(List.of(new Scenario(
                    "home",
                    6,
                    Map.of(Strategy.POPULAR, 1.0),
                    ItemFilter.everything(),
                    Excludes.USUAL,
                    List.of(),
                    DiversitySettings.NONE,
                    0,
                    false,
                    false)))
            .withDefault(LISTS.defaultScenario());

    final FakeQueries queries;
    final InMemorySink<Interaction> events = new InMemorySink<>();
    final InMemorySink<ItemChange> items = new InMemorySink<>();
    final InMemorySink<Merge> merges = new InMemorySink<>();
    final InMemorySink<ErasureRequest> erasures = new InMemorySink<>();
    final InMemorySink<UserChange> users = new InMemorySink<>();
    volatile boolean ready = true;
    volatile Scenarios scenarios = SCENARIOS;

    private final Api api;
    private final HttpServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    /** An instance that is alone and has all users. */
    TestServer() {
        this(new FakeQueries(), Cluster::ofOne);
    }

    /** One that asks for one of some keys. */
    public TestServer(ApiKeys keys) {
        this(new FakeQueries(), Cluster::ofOne, keys, List.of(SHOP));
    }

    /** One among others, with filters of its own. */
    public TestServer(FakeQueries queries, Function<Queries, Cluster> cluster, Filter... filters) {
        this(queries, cluster, new ApiKeys(List.of()), List.of(SHOP), filters);
    }

    /** One that answers pages of these origins. */
    static TestServer forPagesOf(List<String> origins, ApiKeys keys) {
        return new TestServer(new FakeQueries(), Cluster::ofOne, keys, origins);
    }

    private TestServer(
            FakeQueries queries,
            Function<Queries, Cluster> cluster,
            ApiKeys keys,
            List<String> origins,
            Filter... filters) {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        IntakeSettings intake = new IntakeSettings(MAX_ID_BYTES, Duration.ofHours(1), Instant.EPOCH);
        this.queries = queries;
        this.api = new Api(
                queries,
                cluster.apply(queries),
                this::status,
                () -> Reply.text("text/plain", "figure 1\n"),
                new FakeInspection(SCENARIOS),
                new Intakes(
                        Intake.ofEvents(intake, events, (result, count) -> {}, clock),
                        Intake.ofItems(intake, items, (result, count) -> {}, clock),
                        Intake.ofMerges(intake, merges, (result, count) -> {}, clock),
                        Intake.ofErasures(intake, erasures, (result, count) -> {}, clock),
                        Intake.ofUsers(intake, users, (result, count) -> {}, clock)),
                new ApiSettings(LISTS, () -> scenarios, intake, "1.2.3", !keys.isEmpty()),
                clock);
        Set<String> hosts = Set.of(keys.isEmpty() ? "localhost" : "*");
        List<Filter> all = new ArrayList<>(Guard.filters(
                new GuardSettings(hosts, origins, true, keys, new RateSettings(0, 1), new RateSettings(1000, 1000))));
        all.addAll(List.of(filters));
        this.server = HttpServer.start(
                new HttpSettings("127.0.0.1", 0, 8, BODIES, origins, Optional.empty()),
                api.router(all, MAX_BODY_BYTES));
    }

    private Status status() {
        return new Status(
                ready ? "RUNNING" : "REBALANCING",
                ready ? Optional.empty() : Optional.of("state is moving"),
                List.of(0, 3),
                new Status.Matrix(2, 5, 4, OptionalLong.of(9)),
                6,
                List.of(new Status.Restoring("matrix", 10, 20)),
                List.of(),
                HEALTH);
    }

    /** Where it listens. */
    public URI address() {
        return server.address();
    }

    List<Route> routes() {
        return api.routes();
    }

    Answer get(String path) {
        return ask(request(path).GET().build());
    }

    Answer post(String path, String body) {
        return send("POST", path, body);
    }

    Answer send(String method, String path, String body) {
        return ask(request(path)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build());
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server.address() + path)).timeout(Duration.ofSeconds(20));
    }

    Answer ask(HttpRequest request) {
        try {
            return new Answer(client.send(request, BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        server.close();
    }

    /** What came back. */
    record Answer(HttpResponse<String> response) {

        int status() {
            return response.statusCode();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        JsonNode json() {
            try {
                return new JsonMapper().readTree(response.body());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** The text of a field, by its path in the JSON. */
        String at(String pointer) {
            return json().at(pointer).asText();
        }
    }
}
