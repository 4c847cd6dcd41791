package dev.kindred.lab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kindred.cli.Shell;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The golden files come from Open Bandit Pipeline, through {@code reference.py} beside them. */
final class OffPolicyCommandTest {

    private static final Path DATA = Path.of(System.getProperty("kindred.data", "../shared/data"));

    private final Shell shell = new Shell();

    @TempDir
    private Path directory = Path.of("");

    private int evaluate(String... args) {
        return shell.run(Stream.concat(Stream.of("evaluate", "--protocol", "off-policy"), Stream.of(args))
                .toArray(String[]::new));
    }

    private static Path resource(String name) throws URISyntaxException {
        return Path.of(Objects.requireNonNull(OffPolicyCommandTest.class.getResource("/offpolicy/" + name), name)
                .toURI());
    }

    @Test
    void matchesTheReference() throws Exception {
        assertThat(evaluate(
                        "--format",
                        "open-bandit",
                        "--log",
                        resource("sample.csv").toString(),
                        "--json"))
                .isZero();

        assertFigures("sample-figures.csv", 20);
    }

    /** The terms of the Open Bandit Dataset forbid to ship it with the project. */
    @Test
    void matchesTheReferenceOnTheOpenBanditDataset() throws Exception {
        Path logs = DATA.resolve("open-bandit");
        assumeTrue(Files.isDirectory(logs), "the data set is not here");

        assertThat(evaluate("--format", "open-bandit", "--log", logs.toString(), "--json"))
                .isZero();

        assertFigures("open-bandit-men-figures.csv", 45);
    }

    private void assertFigures(String file, int count) throws Exception {
        List<String> lines = Files.readAllLines(resource(file));
        assertThat(lines).hasSize(count + 1);
        JsonNode logs = new ObjectMapper().readTree(shell.out()).get("logs");
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            JsonNode log = find(logs, "log", cells[0]);
            JsonNode found = find(log.get(cells[1]), "policy", cells[2]).get(cells[3]);
            JsonNode value = found.isNumber() ? found : found.get("value");
            double expected = Double.parseDouble(cells[4]);
            assertThat(value.asDouble()).as(line).isCloseTo(expected, within(1e-7 * Math.max(1e-3, expected)));
            if (!found.isNumber()) {
                double error = Double.parseDouble(cells[5]);
                assertThat(found.get("standard_error").asDouble())
                        .as(line)
                        .isCloseTo(error, within(1e-6 * Math.max(1e-3, error)));
            }
        }
    }

    private static JsonNode find(JsonNode rows, String key, String name) {
        for (JsonNode row : rows) {
            if (row.get(key).asText().equals(name)) {
                return row;
            }
        }
        throw new AssertionError(name + " is missing in " + rows);
    }

    /** The first half teaches that b is best. In the second half w is 0 for a and 2 for b. */
    @Test
    void readsListsOfOurOwn() throws IOException {
        Path lists = Files.writeString(directory.resolve("lists.jsonl"), """
                {"timestampMs":1,"listId":"l1","variant":"a","propensity":0.5,"reward":0}
                {"timestampMs":2,"listId":"l2","variant":"b","propensity":0.5,"reward":1}
                {"timestampMs":3,"listId":"l3","variant":"a","propensity":0.5}
                {"timestampMs":4,"listId":"l4","variant":"b","propensity":0.5,"reward":1}
                """);

        assertThat(evaluate("--log", lists.toString(), "--policy", "greedy", "--json"))
                .isZero();

        JsonNode log = new ObjectMapper().readTree(shell.out()).get("logs").get(0);
        assertThat(log.get("actions").asInt()).isEqualTo(2);
        assertThat(log.at("/test/0/ips/value").asDouble()).isEqualTo(1); // (0 + 2) / 2
        assertThat(log.at("/test/0/replay/value").asDouble()).isEqualTo(1);
    }

    @Test
    void readsAPropensityForEachItem() throws IOException {
        Path lists = Files.writeString(directory.resolve("lists.jsonl"), """
                {"timestampMs":1,"items":[{"itemId":"x","propensity":0.5,"reward":1},{"itemId":"y","propensity":0.5}]}
                {"timestampMs":2,"items":[{"itemId":"y","propensity":0.5},{"itemId":"x","propensity":0.25,"reward":1}]}
                """);

        assertThat(evaluate("--format", "lists", "--log", lists.toString(), "--json"))
                .isZero();

        JsonNode log = new ObjectMapper().readTree(shell.out()).get("logs").get(0);
        assertThat(log.at("/all/0/ips/value").asDouble()).isEqualTo(0.75); // (0.5/0.5 + 0.5/0.25) / 4
    }

    /** Of two items one was never shown. */
    @Test
    void reportsActionsWithoutSupport() throws IOException {
        Path log = log(
                "timestamp,item_id,position,click,propensity_score,user-item_affinity_0,user-item_affinity_1",
                "0,3,1,1,,");

        assertThat(evaluate("--log", log.toString(), "--policy", "uniform")).isZero();

        assertThat(shell.out()).contains("50.0 % of its choices are actions that the log never has");
    }

    @Test
    void aLogWithoutAClickProvesLittle() throws IOException {
        Path log = log("timestamp,item_id,position,click,propensity_score", "0,1,0,1");

        assertThat(evaluate("--log", log.toString(), "--policy", "uniform", "--json"))
                .isZero();

        JsonNode policy = new ObjectMapper().readTree(shell.out()).at("/logs/0/all/0");
        assertThat(policy.at("/ips/high").asDouble()).isCloseTo(0.3, within(1e-12)); // the rule of three: 3 / 10
    }

    @Test
    void namesTheColumnThatIsMissing() throws IOException {
        Path log = log("timestamp,item_id,position,click", "0,1,0");

        assertThat(evaluate("--log", log.resolveSibling("").toString())).isEqualTo(1);
        assertThat(shell.err())
                .contains("log.csv has no column propensity_score: without the probability of every logged choice");
    }

    @Test
    void namesTheLineWithoutAPropensity() throws IOException {
        Path log = log("timestamp,item_id,position,click,propensity_score", "0,1,0,");

        assertThat(evaluate("--format", "open-bandit", "--log", log.toString())).isEqualTo(1);
        assertThat(shell.err()).contains("log.csv, line 2: propensity_score: is empty");
    }

    @Test
    void rejectsImpossiblePropensities() throws IOException {
        Path log = log("timestamp,item_id,position,click,propensity_score", "0,1,0,1.5");

        assertThat(evaluate("--log", log.toString())).isEqualTo(1);
        assertThat(shell.err()).contains("line 2: propensity_score: the propensity must be in (0, 1], got 1.5");
    }

    @Test
    void rejectsAnUnknownFormatAndPolicy() throws IOException {
        Path log = log("timestamp,item_id,position,click,propensity_score", "0,1,0,1");

        assertThat(evaluate("--log", log.toString(), "--format", "csv")).isEqualTo(2);
        assertThat(shell.err()).contains("--format: logs of choices are auto, open-bandit, lists, got csv");
        assertThat(evaluate("--log", log.toString(), "--policy", "best")).isEqualTo(2);
        assertThat(evaluate()).isEqualTo(2);
    }

    private Path log(String header, String row) throws IOException {
        List<String> lines = new ArrayList<>(List.of(header));
        for (int minute = 10; minute < 20; minute++) {
            lines.add("2025-01-01 10:" + minute + ":00.5+00:00," + row);
        }
        return Files.write(directory.resolve("log.csv"), lines);
    }
}
