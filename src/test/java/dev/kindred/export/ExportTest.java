package dev.kindred.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.kindred.http.Filter;
import dev.kindred.http.Problem;
import dev.kindred.http.ProblemException;
import dev.kindred.http.ProblemKind;
import dev.kindred.http.api.Cluster;
import dev.kindred.http.api.FakeQueries;
import dev.kindred.http.api.TestServer;
import dev.kindred.testing.UnusedPort;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An export from a server with routes as they are, over users who are made up. */
final class ExportTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String PAGE = "/v1/segments/{name}/users";
    private static final String BATCH = "/v1/recommendations/batch";

    private final Set<String> users = ConcurrentHashMap.newKeySet();
    private final Set<String> elsewhere = ConcurrentHashMap.newKeySet();
    private final List<String> asked = new CopyOnWriteArrayList<>(); // the paths of all calls, with their holes
    private final List<Duration> pauses = new ArrayList<>();
    private final List<Double> shares = new ArrayList<>();
    private final Written lines = new Written();

    ExportTest() {
        users.addAll(List.of("ada", "a/b", "\u00e9va", "bob", "cid"));
    }

    /** Lines in memory. */
    private static final class Written implements Lines {

        private final List<JsonNode> all = new ArrayList<>();
        private boolean isComplete;

        @Override
        public void add(String line) throws IOException {
            all.add(new JsonMapper().readTree(line));
        }

        @Override
        public void complete() {
            isComplete = true;
        }

        @Override
        public void close() {}

        private List<String> users() {
            return all.stream().map(line -> line.path("userId").asText()).toList();
        }
    }

    private static ExportSettings settings(String segment, String scenario) {
        return new ExportSettings(segment, scenario, "true", Optional.empty(), 2, PATIENCE);
    }

    private Export.Report export(ExportSettings settings, Lines into, Filter... filters) throws Exception {
        Filter noting = (call, next) -> {
            asked.add(call.route().path());
            return next.handle(call);
        };
        List<Filter> all = new ArrayList<>(List.of(noting));
        all.addAll(List.of(filters));
        try (TestServer server =
                new TestServer(new FakeQueries(users, elsewhere), Cluster::ofOne, all.toArray(Filter[]::new))) {
            Service service = new Service(server.address(), Optional.empty(), Optional.empty());
            return new Export(settings, service, into, (soFar, share) -> shares.add(share), pauses::add).run();
        }
    }

    private Export.Report export(Filter... filters) throws Exception {
        return export(settings("idle", "home"), lines, filters);
    }

    private long calls(String path) {
        return asked.stream().filter(path::equals).count();
    }

    /** Does something before the calls of a path, which are numbered from 1. */
    private static Filter before(String path, IntConsumer action) {
        AtomicInteger calls = new AtomicInteger();
        return (call, next) -> {
            if (call.route().path().equals(path)) {
                action.accept(calls.incrementAndGet());
            }
            return next.handle(call);
        };
    }

    private static ProblemException comeAgain(int seconds) {
        return new ProblemException(
                Problem.of(ProblemKind.NOT_READY, "it moves").retryAfter(Duration.ofSeconds(seconds)));
    }

    @Test
    void writesALineForEveryMember() throws Exception {
        Export.Report report = export();

        assertThat(report).isEqualTo(new Export.Report(5, 5, 0, 0));
        assertThat(lines.users()).containsExactly("a/b", "ada", "bob", "cid", "\u00e9va");
        assertThat(lines.isComplete).isTrue();
        assertThat(lines.all).allSatisfy(line -> {
            assertThat(line.path("scenario").asText()).isEqualTo("home");
            assertThat(line.path("asOfMs").asLong()).isEqualTo(1000);
            assertThat(line.at("/items/0/itemId").asText()).isEqualTo("item-1");
            assertThat(line.at("/items/0/score").asDouble()).isEqualTo(0.9);
            assertThat(line.at("/items/0/reasons/0/itemId").asText()).isEqualTo("tea");
        });
        assertThat(shares).containsExactly(0.5, 0.5, 1.0);
        assertThat(calls(PAGE)).isEqualTo(3);
        assertThat(calls(BATCH)).isEqualTo(3); // one for each page of two
        assertThat(pauses).isEmpty();
    }

    @Test
    void comesAgainWhenItIsToldTo() throws Exception {
        Filter pages = before(PAGE, number -> {
            if (number == 2 || number == 3) {
                throw comeAgain(7);
            }
        });
        Filter lists = before(BATCH, number -> {
            if (number == 1) {
                throw comeAgain(1);
            }
        });

        export(pages, lists);

        assertThat(lines.users()).containsExactly("a/b", "ada", "bob", "cid", "\u00e9va");
        assertThat(pauses).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(7), Duration.ofSeconds(7));
    }

    @Test
    void comesAgainNoLongerThanItsPatience(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("members.jsonl");
        Filter pages = before(PAGE, number -> {
            if (number > 1) {
                throw comeAgain(25);
            }
        });

        try (WholeFile whole = WholeFile.create(file, false)) {
            assertThatThrownBy(() -> export(settings("idle", "home"), whole, pages))
                    .isInstanceOf(ExportException.class)
                    .hasMessageContaining(
                            "is not ready (it moves) for too long: try again later, or set a greater --patience");
        }

        assertThat(pauses).containsExactly(Duration.ofSeconds(25), Duration.ofSeconds(25)); // a third is over a minute
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void retriesUsersWhoMove() throws Exception {
        Filter moving = before(BATCH, number -> {
            if (number == 2) { // the page of bob and cid
                users.remove("bob");
                elsewhere.add("bob");
            }
            if (number == 4) {
                elsewhere.remove("bob");
                users.add("bob");
            }
        });

        Export.Report report = export(moving);

        assertThat(report).isEqualTo(new Export.Report(5, 5, 0, 0));
        assertThat(lines.users()).containsExactly("a/b", "ada", "bob", "cid", "\u00e9va");
        assertThat(pauses).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(1));
    }

    @Test
    void failsIfSomebodyHasNoAnswerInTime() {
        Filter moving = before(BATCH, number -> {
            if (number == 2) { // the page of bob and cid
                users.remove("bob");
                elsewhere.add("bob");
            }
        });

        assertThatThrownBy(() -> export(moving))
                .isInstanceOf(ExportException.class)
                .hasMessage(
                        "the lists of some members are unavailable, because their instances are not ready: try again"
                                + " later, or set a greater --patience or a smaller --page-size");
        assertThat(pauses).hasSize(60);
        assertThat(lines.isComplete).isFalse();
    }

    @Test
    void countsUsersWhoAreGone() throws Exception {
        Filter leaving = before(BATCH, number -> {
            if (number == 2) { // the page of bob and cid
                users.remove("bob");
            }
        });

        Export.Report report = export(leaving);

        assertThat(lines.users()).containsExactly("a/b", "ada", "cid", "\u00e9va");
        assertThat(report).isEqualTo(new Export.Report(5, 5, 1, 0));
        assertThat(report.written()).isEqualTo(4);
        assertThat(lines.isComplete).isTrue();
    }

    @Test
    void leavesOutUsersWithoutConsent() throws Exception {
        users.add(FakeQueries.REFUSES);

        Export.Report report = export();

        assertThat(lines.users()).containsExactly("a/b", "ada", "bob", "cid", "\u00e9va");
        assertThat(report).isEqualTo(new Export.Report(6, 6, 0, 1));
        assertThat(report.written()).isEqualTo(5);
    }

    @Test
    void findsAWrongScenarioBeforeTheWalk() {
        assertThatThrownBy(() -> export(settings("idle", "hoem"), lines))
                .isInstanceOf(ExportException.class)
                .hasMessageEndingWith("refused the request: scenario must be one of home, default");
        assertThat(calls(PAGE)).isZero();
    }

    @Test
    void listsTheSegments() {
        assertThatThrownBy(() -> export(settings("a b/c", "home"), lines))
                .isInstanceOf(ExportException.class)
                .hasMessageEndingWith("refused the request: the segments are tea-lovers, idle");
        assertThat(calls(PAGE)).isEqualTo(1);
    }

    @Test
    void failsAtOnceForAnUnreachableService() {
        try (UnusedPort port = UnusedPort.any()) {
            URI unreachable = URI.create("http://127.0.0.1:" + port.number());
            Service service = new Service(unreachable, Optional.empty(), Optional.empty());
            Export export = new Export(settings("idle", "home"), service, lines, (soFar, share) -> {}, pauses::add);

            assertThatThrownBy(export::run)
                    .isInstanceOf(ExportException.class)
                    .hasMessageStartingWith("no answer from " + unreachable + ": check --url");
            assertThat(pauses).isEmpty();
        }
    }
}
