package dev.kindred.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.kindred.testing.Wait;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Alerts and dashboard ask for what an instance measures, and the services find their files. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MonitoringFilesTest {

    private static final Path ALERTS = Path.of("config", "prometheus", "alerts.yml");
    private static final Path DASHBOARD = Path.of("config", "grafana", "kindred.json");
    private static final Path PROMETHEUS = Path.of("config", "prometheus", "prometheus.yml");
    private static final Path RUNBOOK = Path.of("src", "OPERATING.md");
    private static final Path COMPOSE = Path.of("docker-compose.yml");

    private static final String UP = "up"; // Prometheus' own: whether the last reading succeeded
    private static final Set<String> LABELS_OF_TARGETS = Set.of("job", "instance");
    private static final String AFTER_A_COLLECTION = "jvm_gc_pause_seconds_sum";

    private final Instance instance;
    private final JsonNode alerts = read(ALERTS);
    private final JsonNode dashboard = read(DASHBOARD);

    MonitoringFilesTest(@TempDir Path directory) throws IOException {
        instance = Instance.withEmptyMatrix(directory).measured();
    }

    @BeforeAll
    void collectGarbageOnce() {
        ManagementFactory.getMemoryMXBean().gc();
        Wait.until(
                Duration.ofSeconds(30),
                "the news of a collection",
                () -> instance.scrape().names().contains(AFTER_A_COLLECTION));
    }

    @AfterAll
    void close() {
        instance.close();
    }

    private static JsonNode read(Path file) throws IOException {
        ObjectMapper mapper = file.toString().endsWith(".json") ? new ObjectMapper() : new YAMLMapper();
        return mapper.readTree(file.toFile());
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static List<String> queries(JsonNode tree) {
        List<String> queries = new ArrayList<>(tree.findValuesAsText("expr"));
        assertThat(queries).hasSizeGreaterThan(5).allMatch(query -> !query.isBlank());
        return queries;
    }

    private static Set<String> metricsOf(List<String> queries) {
        return queries.stream()
                .flatMap(query -> new PromQl(query).metrics().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void assertMetricsExist(List<String> queries) {
        Scrape scrape = instance.scrape();
        Set<String> names = new TreeSet<>(scrape.names());
        names.add(UP);
        Set<String> labels = new TreeSet<>(scrape.labels());
        labels.addAll(LABELS_OF_TARGETS);

        assertThat(names).containsAll(metricsOf(queries));
        assertThat(labels)
                .containsAll(queries.stream()
                        .flatMap(query -> new PromQl(query).labels().stream())
                        .toList());
    }

    @Test
    void metricsOfAlertsExist() {
        assertMetricsExist(queries(alerts));
    }

    @Test
    void metricsOfTheDashboardExist() {
        assertMetricsExist(queries(dashboard));
    }

    @Test
    void dashboardShowsEveryMeter() {
        Set<String> shown = metricsOf(queries(dashboard));

        for (MeterName meter : MeterName.values()) {
            String family = instance.scrape().familyOf(meter.meaning());
            assertThat(shown).anyMatch(name -> name.startsWith(family), "part of " + family);
        }
    }

    @Test
    void panelsHaveDescriptionsAndDoNotOverlap() {
        List<JsonNode> panels = elements(dashboard.path("panels")).toList();

        assertThat(panels)
                .extracting(panel -> panel.path("title").asText())
                .doesNotHaveDuplicates()
                .doesNotContain("");
        assertThat(panels)
                .extracting(panel -> panel.path("description").asText())
                .doesNotContain("");
        assertThat(panels).extracting(panel -> panel.path("id").asInt()).doesNotHaveDuplicates();
        assertThat(panels)
                .extracting(panel -> panel.path("gridPos").path("x").asInt() + ","
                        + panel.path("gridPos").path("y").asInt())
                .doesNotHaveDuplicates();
    }

    @Test
    void alertsNameTheProblemAndTheCure() {
        List<JsonNode> rules =
                elements(alerts.path("groups").path(0).path("rules")).toList();

        assertThat(rules)
                .extracting(rule -> rule.path("alert").asText())
                .doesNotHaveDuplicates()
                .allMatch(name -> name.startsWith("Kindred"));
        assertThat(rules).allSatisfy(rule -> {
            assertThat(rule.path("labels").path("severity").asText()).isIn("warning", "critical");
            assertThat(rule.path("annotations").path("summary").asText()).isNotBlank();
            assertThat(rule.path("annotations").path("description").asText()).isNotBlank();
        });
    }

    @Test
    void everyAlertHasAnEntryInTheRunbook() throws IOException {
        String page = Files.readString(RUNBOOK);

        assertThat(elements(alerts.path("groups").path(0).path("rules"))).allSatisfy(rule -> {
            String name = rule.path("alert").asText();
            assertThat(rule.path("annotations").path("runbook_url").asText())
                    .as(name)
                    .isEqualTo(RUNBOOK + "#" + name.toLowerCase(Locale.ROOT));
            String entry = entry(page, name);
            assertThat(List.of("**Means**:", "**Look**:", "**Do**:")).as(name).allMatch(entry::contains);
        });
    }

    /** The part of a page from a heading to the next one; empty if there is no such heading. */
    private static String entry(String page, String heading) {
        return Stream.of(page.split("(?m)^### ", -1))
                .filter(part -> part.lines().findFirst().orElse("").equals(heading))
                .findFirst()
                .orElse("");
    }

    @Test
    void prometheusFindsTheAlertsAndTheJobOfTheQueries() throws IOException {
        JsonNode prometheus = read(PROMETHEUS);

        assertThat(elements(prometheus.path("rule_files")).map(JsonNode::asText))
                .containsExactly(ALERTS.getFileName().toString());
        assertThat(prometheus.path("scrape_configs").path(0).path("job_name").asText())
                .isEqualTo("kindred");
        assertThat(queries(dashboard)).allMatch(query -> query.contains("job=\"kindred\""));
    }

    @Test
    void grafanaFindsTheSourceOfTheDashboard() throws IOException {
        JsonNode source = read(Path.of("config", "grafana", "datasources.yml"))
                .path("datasources")
                .path(0);
        List<String> used = dashboard.findValues("datasource").stream()
                .map(node -> node.path("uid").asText())
                .distinct()
                .toList();

        assertThat(used).containsExactly(source.path("uid").asText());
    }

    @Test
    void servicesAreOfTheirProfilePinnedAndFindTheirFiles() throws IOException {
        JsonNode services = read(COMPOSE).path("services");

        for (String name : List.of("prometheus", "grafana")) {
            JsonNode service = services.path(name);
            assertThat(elements(service.path("profiles")).map(JsonNode::asText)).containsExactly("monitoring");
            assertThat(service.path("image").asText()).matches(".+:v?[0-9]+\\.[0-9]+\\.[0-9]+");
            assertThat(filesOf(service)).isNotEmpty().allMatch(Files::exists);
        }
    }

    /** What a service is given of the project. */
    private static List<Path> filesOf(JsonNode service) {
        return elements(service.path("volumes"))
                .map(JsonNode::asText)
                .filter(volume -> volume.startsWith("./"))
                .map(volume -> Path.of(volume.substring(0, volume.indexOf(':'))))
                .toList();
    }
}
