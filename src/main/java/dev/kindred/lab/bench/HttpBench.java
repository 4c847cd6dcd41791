package dev.kindred.lab.bench;

import dev.kindred.app.KindredApp;
import dev.kindred.replay.Pace;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Measures the HTTP interface of one instance with many users: the list of a random user, and {@code /health/live},
 * which computes nothing and so shows the limit of the server. First at full speed (closed loop), in turns; then at a
 * steady rate (open loop) while events stream in. Broker, instance and load generator share the machine: absolute
 * figures depend on the moment, ratios can be compared across machines.
 */
public final class HttpBench {

    private static final int EVENTS_AT_ONCE = 50_000;
    private static final int OPEN_LOOP_CONNECTIONS = 32;
    private static final long POLL_MS = 200;
    private static final long PROGRESS_POLLS = 25;

    private final HttpBenchSettings settings;
    private final PrintWriter out;
    private final PrintWriter progress;

    /** A kind of request: a random one of the paths. */
    private record Question(String name, List<String> paths) {}

    /**
     * A bench.
     *
     * @param out receives the tables
     * @param progress receives the current step
     */
    public HttpBench(HttpBenchSettings settings, PrintWriter out, PrintWriter progress) {
        this.settings = settings;
        this.out = out;
        this.progress = progress;
    }

    /**
     * Measures everything.
     *
     * @throws Exception if the instance or a load generator fails
     */
    public void run() throws Exception {
        try (Environment environment = new Environment(
                        settings.environment().serving(), settings.guarantee(), SystemUnderTest.KINDRED);
                KindredApp app = KindredApp.start(environment.config())) {
            UserIds users = new UserIds(environment.shop());
            load(environment, users);
            Lines.print(
                    out,
                    "%,d users by %,d events on %,d items, %d partitions, %d threads, %s",
                    users.count(),
                    environment.processed(),
                    settings.environment().items(),
                    settings.environment().partitions(),
                    settings.environment().threads(),
                    settings.guarantee());
            URI server = app.address().orElseThrow();
            List<Question> questions = questions(users);
            closedLoop(server, questions);
            openLoop(server, questions, environment, users);
        }
    }

    private void load(Environment environment, UserIds users) throws InterruptedException {
        long sent = 0;
        while (sent < settings.events()
                || users.count() < settings.environment().users()) {
            long events = Math.min(
                    EVENTS_AT_ONCE, Math.max(settings.environment().users() / 10 + 1, settings.events() - sent));
            environment.send(users::next, events, Pace.unlimited());
            sent += events;
            Lines.print(progress, "sent %,d events of %,d users", sent, users.count());
        }
        for (long poll = 0, done = environment.processed(); done < sent; poll++, done = environment.processed()) {
            if (poll % PROGRESS_POLLS == 0) {
                Lines.print(progress, "processed %,d of %,d events", done, sent);
            }
            Thread.sleep(POLL_MS);
        }
    }

    private static List<Question> questions(UserIds users) {
        List<String> lists = users.ids().stream()
                .map(id -> "/v1/users/" + id + "/recommendations?k=20")
                .toList();
        return List.of(
                new Question("/health/live", List.of("/health/live")),
                new Question("/v1/users/{id}/recommendations?k=20", lists));
    }

    private void closedLoop(URI server, List<Question> questions) throws IOException, InterruptedException {
        LoadGenerator own = JdkClients.unpaced(settings.connections());
        LoadGenerator generator =
                settings.ownClient() ? own : Wrk.find(settings.connections()).orElse(own);
        Map<Question, List<Load>> measured = new LinkedHashMap<>();
        for (int round = 0; round <= settings.rounds(); round++) { // the first one warms up and is not counted
            for (Question question : questions) {
                Lines.print(progress, "closed loop, round %d of %d: %s", round, settings.rounds(), question.name());
                Load load = generator.measure(server, question.paths(), settings.duration());
                List<Load> loads = measured.computeIfAbsent(question, q -> new ArrayList<>());
                if (round > 0) {
                    loads.add(load);
                }
            }
        }
        Lines.print(
                out,
                "%nat full speed: %s, %d connections, %d rounds of %d s; medians",
                generator.name(),
                settings.connections(),
                settings.rounds(),
                settings.duration().toSeconds());
        header();
        double limit = Load.median(measured.values().iterator().next()).requestsPerSecond();
        measured.forEach((question, loads) -> line(question, Load.median(loads), limit));
    }

    private void openLoop(URI server, List<Question> questions, Environment environment, UserIds users)
            throws Exception {
        LoadGenerator generator = JdkClients.paced(OPEN_LOOP_CONNECTIONS, settings.rate());
        Lines.print(
                out,
                "%nat %,.0f requests/s, measured from the due time of each, while %,.0f events/s stream in",
                settings.rate(),
                settings.eventsRate());
        header();
        double limit = 0;
        for (Question question : questions) {
            Lines.print(progress, "open loop: %s", question.name());
            Load load = whileEventsStreamIn(
                    environment, users, () -> generator.measure(server, question.paths(), settings.duration()));
            limit = limit == 0 ? load.requestsPerSecond() : limit;
            line(question, load, limit);
        }
    }

    private Load whileEventsStreamIn(Environment environment, UserIds users, Callable<Load> measurement)
            throws Exception {
        long events = (long) (settings.eventsRate() * settings.duration().toMillis() / 1000);
        ExecutorService sender = Executors.newSingleThreadExecutor();
        try {
            Future<?> sent = sender.submit(() -> {
                environment.send(users::next, events, Pace.perSecond(settings.eventsRate()));
                return events;
            });
            Load load = measurement.call();
            sent.get();
            return load;
        } finally {
            sender.shutdownNow();
        }
    }

    private void header() {
        Lines.print(out, "%44s  requests/s  ratio   p50 ms   p90 ms   p99 ms  errors", "");
    }

    private void line(Question question, Load load, double limit) {
        Lines.print(
                out,
                "%-44s %,11.0f %6.2f %8.2f %8.2f %8.2f %,7d",
                question.name(),
                load.requestsPerSecond(),
                load.requestsPerSecond() / limit,
                load.p50Ms(),
                load.p90Ms(),
                load.p99Ms(),
                load.errors());
    }
}
