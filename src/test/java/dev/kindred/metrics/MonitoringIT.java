package dev.kindred.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.kindred.app.KindredApp;
import dev.kindred.lab.embedded.EmbeddedKafka;
import dev.kindred.testing.Deployment;
import dev.kindred.testing.SharedKafka;
import dev.kindred.testing.Streams;
import dev.kindred.testing.Wait;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Every query of the alerts and of the dashboard returns data of an instance at work. */
@Timeout(300)
@ExtendWith(SharedKafka.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MonitoringIT {

    private static final Duration DEADLINE = Duration.ofMinutes(2);
    private static final Path ALERTS = Path.of("config", "prometheus", "alerts.yml");
    private static final Path DASHBOARD = Path.of("config", "grafana", "kindred.json");
    private static final Path PAGE = Path.of("src", "METRICS.md");
    private static final Pattern COMPARISON = Pattern.compile("\\s(?:>|<|==)\\s");
    private static final Pattern NUMBER = Pattern.compile("[0-9.]+");
    private static final Pattern KAFKA_METRIC = Pattern.compile("`(kafka_[a-z_]+)`");
    private static final int MAX_BYTES = 100_000;

    private final Path directory;
    private final Deployment deployment;
    private final KindredApp app;

    MonitoringIT(EmbeddedKafka kafka, @TempDir Path directory) throws IOException {
        this.directory = directory;
        Path scenarios = Files.writeString(
                directory.resolve("scenarios.yaml"),
                "scenarios: {home: {variants: {bold: {percent: 50, k: 3}}}, own: {weights: auto}}");
        deployment = new Deployment(
                kafka,
                directory,
                Map.of(
                        "http.enabled", "true",
                        "http.port", "0",
                        "learning.enabled", "true",
                        "topics.partitions", "16",
                        "scenarios.file", scenarios.toString()));
        app = deployment.start("only");
        Deployment.awaitRunning(app);
        deployment.send(Streams.random(new SplittableRandom(5), 500, 40, 30));
        app.metrics().http(Set.of()).record("any", 503, 1); // no request of this test fails by itself
        ManagementFactory.getMemoryMXBean().gc(); // the live size of the heap is known after a collection
        Wait.until(
                DEADLINE,
                "processed events",
                () -> scrape().sum("kindred_events_total") == 500
                        && app.status().health().lag().measured().isPresent()
                        && scrape().names().contains("jvm_gc_pause_seconds_sum"));
    }

    @AfterAll
    void close() {
        app.close();
    }

    private Scrape scrape() {
        return new Scrape(app.metrics().scrape());
    }

    /** All queries, each side of a comparison by itself, because a comparison returns nothing while all is well. */
    private static List<String> queries() throws IOException {
        Stream<String> alerts = new YAMLMapper().readTree(ALERTS.toFile()).findValuesAsText("expr").stream();
        Stream<String> panels = new ObjectMapper().readTree(DASHBOARD.toFile()).findValuesAsText("expr").stream();
        return Stream.concat(alerts, panels)
                .map(query -> query.replace("$__rate_interval", "1m").replace("$instance", ".*"))
                .flatMap(query -> COMPARISON.splitAsStream(query.strip()))
                .filter(side -> !NUMBER.matcher(side.strip()).matches())
                .toList();
    }

    @Test
    void allMetricsOfTheQueriesHaveAValue() throws IOException {
        Scrape scrape = scrape();

        for (String query : queries()) {
            for (String metric : new PromQl(query).metrics()) {
                assertThat(metric.equals("up") || scrape.hasValue(metric))
                        .as("%s has a value, for %s", metric, query)
                        .isTrue();
            }
        }
    }

    @Test
    @EnabledIf("dev.kindred.metrics.Prometheus#isInstalled")
    void allQueriesReturnDataInPrometheus() throws IOException {
        try (Prometheus prometheus = Prometheus.of(app.address().orElseThrow(), ALERTS, directory)) {
            List<String> queries = queries();
            app.metrics().http(Set.of()).record("any", 200, 1);
            deployment.send(Streams.random(new SplittableRandom(6), 500, 40, 30)); // the time of no event is no number

            assertThat(queries).hasSizeGreaterThan(50);
            Wait.until(
                    DEADLINE,
                    "data for all of " + queries,
                    () -> queries.stream().allMatch(prometheus::hasData));
            assertThat(prometheus.rules())
                    .hasSizeGreaterThan(10)
                    .allSatisfy(rule -> assertThat(rule.path("health").asText())
                            .as(rule.toString())
                            .isEqualTo("ok"));
        }
    }

    @Test
    void thePageNamesTheMetricsOfKafkaThatAreThere() throws IOException {
        List<String> named = KAFKA_METRIC
                .matcher(Files.readString(PAGE))
                .results()
                .map((MatchResult name) -> name.group(1))
                .toList();

        assertThat(scrape().names())
                .filteredOn(name -> name.startsWith("kafka_"))
                .containsExactlyInAnyOrderElementsOf(named);
    }

    @Test
    void theWholeIsSmall() {
        assertThat(app.metrics().scrape().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(MAX_BYTES);
    }
}
