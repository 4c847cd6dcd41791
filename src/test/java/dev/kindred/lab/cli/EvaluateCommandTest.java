package dev.kindred.lab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kindred.cli.Shell;
import dev.kindred.model.Interaction;
import dev.kindred.testing.Streams;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EvaluateCommandTest {

    private final Shell shell = new Shell();

    @TempDir
    private Path directory = Path.of("");

    private Path log = Path.of("");

    @BeforeEach
    void writeALog() throws IOException {
        List<String> lines = new ArrayList<>(List.of("user_id,item_id,event_type,timestamp,strength"));
        for (Interaction event : Streams.random(new SplittableRandom(1), 300, 15, 30)) {
            lines.add("%s,%s,click,%d,%s"
                    .formatted(event.userId(), event.itemId(), event.timestampMs(), event.strength()));
        }
        log = Files.write(directory.resolve("log.csv"), lines);
    }

    private int evaluate(String... args) {
        return shell.run(Stream.concat(Stream.of("evaluate"), Stream.of(args)).toArray(String[]::new));
    }

    private JsonNode json() throws IOException {
        return new ObjectMapper().readTree(shell.out());
    }

    @Test
    void comparesItemsByContent() throws IOException {
        List<String> items = new ArrayList<>(List.of("item_id,title,categories"));
        for (int item = 0; item < 30; item++) {
            items.add("item-%d,model %d,shelf %d".formatted(item, item % 7, item % 3));
        }
        Path catalog = Files.write(directory.resolve("items.csv"), items);
        String[] asked = {"--data", log.toString(), "--protocol", "prequential", "--strategy", "content-based", "--json"
        };

        assertThat(evaluate(asked)).isEqualTo(2);
        assertThat(shell.err()).contains("--items");
        assertThat(evaluate(with(asked, "--items", catalog.toString()))).isZero();
        assertThat(json().get("strategy").asText()).isEqualTo("content-based");
    }

    @Test
    void blendsByTheWeightsOfTheCommandLine() throws IOException {
        assertThat(giniOfABlend("popular=1")).isGreaterThan(giniOfABlend("user-based=2,item-based=1"));
    }

    @Test
    void learnsTheWeightsOfTheBlend() throws IOException {
        String[] asked = {"--data", log.toString(), "--protocol", "prequential", "--strategy", "blend"};

        assertThat(evaluate(with(asked, "--weights", "auto", "--json"))).isZero();
        assertThat(json().at("/learned_weights/history/0/from 1 items on/user-based")
                        .asDouble())
                .isPositive();
        assertThat(evaluate(with(asked, "--weights", "auto"))).isZero();
        assertThat(shell.err()).contains("learned weights from 20 items on: user-based=0.");
        assertThat(shell.err()).contains("learned weights are within 0.05 of these after ");
        assertThat(evaluate(with(asked, "--weights", "automatic"))).isEqualTo(2);
        assertThat(shell.err())
                .contains("--weights: expected auto, or STRATEGY=WEIGHT for each strategy, got automatic");
    }

    /** How unequally the blend shows items. */
    private double giniOfABlend(String weights) throws IOException {
        String[] asked = {"evaluate", "--data", log.toString(), "--protocol", "prequential", "--k", "5", "--json"};
        Shell fresh = new Shell();

        assertThat(fresh.run(with(asked, "--strategy", "blend", "--weights", weights)))
                .isZero();
        return new ObjectMapper().readTree(fresh.out()).get("gini").asDouble();
    }

    @Test
    void rejectsInvalidWeights() {
        String[] asked = {"--data", log.toString(), "--protocol", "prequential", "--strategy", "blend"};

        assertThat(evaluate(with(asked, "--weights", "user-base=1"))).isEqualTo(2);
        assertThat(shell.err()).contains("unknown strategy user-base; choose from user-based, popular, item-based");
        assertThat(evaluate(with(asked, "--weights", "popular=0"))).isEqualTo(2);
        assertThat(shell.err()).contains("--weights: weights must have one that is positive");
    }

    private static String[] with(String[] asked, String... more) {
        return Stream.concat(Stream.of(asked), Stream.of(more)).toArray(String[]::new);
    }

    @Test
    void printsOneObjectAndNothingElse() throws IOException {
        assertThat(evaluate("--data", log.toString(), "--protocol", "prequential", "--exclude", "seen", "--json"))
                .isZero();

        JsonNode json = json();
        assertThat(shell.out()).hasLineCount(1);
        assertThat(json.get("protocol").asText()).isEqualTo("prequential");
        assertThat(json.get("strategy").asText()).isEqualTo("user-based");
        assertThat(json.get("exclude").asText()).isEqualTo("seen");
        assertThat(json.get("predictions").asInt()).isEqualTo(60);
        assertThat(Stream.of("hr@20", "mrr@20", "ndcg@20", "recall@20", "precision@20", "map@20", "coverage", "gini"))
                .allSatisfy(
                        name -> assertThat(json.get(name).asDouble(-1)).as(name).isBetween(0.0, 1.0));
        assertThat(Stream.of("users", "items", "novelty", "p50_us", "p99_us", "learn_events_per_s", "peak_memory_mb"))
                .allSatisfy(
                        name -> assertThat(json.get(name).asDouble(-1)).as(name).isPositive());
        assertThat(json.at("/intervals/mrr@20/low").asDouble(1))
                .isLessThan(json.get("mrr@20").asDouble());
        assertThat(json.at("/slices/cold_users/predictions").isInt()).isTrue();
        assertThat(json.has("runs")).isFalse();
    }

    @Test
    void namesMetricsByK() throws IOException {
        evaluate("--data", log.toString(), "--protocol", "leave-out", "--k", "3", "--json");

        assertThat(json().has("hr@3")).isTrue();
        assertThat(json().get("hr_by_k")).hasSize(3);
    }

    @Test
    void comparesStrategiesAndSettings() throws IOException {
        evaluate(
                "--data",
                log.toString(),
                "--protocol",
                "next-item",
                "--strategy",
                "user-based,popular",
                "--grid",
                "vector.step=0.5,1",
                "--grid",
                "similarity.neighbors=5,10",
                "--json");

        JsonNode runs = json().get("runs");
        assertThat(runs).hasSize(8);
        assertThat(runs.get(1).get("settings").toString())
                .isEqualTo("{\"vector.step\":\"0.5\",\"similarity.neighbors\":\"10\"}");
        assertThat(runs.get(7).get("strategy").asText()).isEqualTo("popular");
        assertThat(json().get("hr@20")).isEqualTo(runs.get(0).get("hr@20"));
    }

    @Test
    void printsATableForPeople() {
        assertThat(evaluate("--data", log.toString(), "--protocol", "prequential", "--strategy", "user-based,recent"))
                .isZero();

        assertThat(shell.out())
                .startsWith("prequential: 240 training and 60 test events, 60 predictions for 15 users, 27 items,"
                        + " excluded: current,purchased,disliked\n")
                .containsPattern("(?m)^ +user-based +recent$")
                .containsPattern("(?m)^hr@20 +0\\.\\d{4} \\[0\\.\\d{4}, 0\\.\\d{4}\\] +0\\.\\d{4} \\[")
                .containsPattern("(?m)^cold users +0 +0$\\R  hr@20 +- +-$");
    }

    @Test
    void showsInTheTableTheSettingsThatDiffer() {
        evaluate("--data", log.toString(), "--protocol", "leave-out", "--grid", "vector.step=0.5,1");

        assertThat(shell.out())
                .containsPattern("(?m)^ +user-based +user-based$")
                .containsPattern("(?m)^vector\\.step +0\\.5 +1$");
    }

    @Test
    void writesPredictionsThatReproduceTheFigures() throws IOException {
        Path file = directory.resolve("predictions.csv");

        evaluate("--data", log.toString(), "--protocol", "prequential", "--json", "--per-event", file.toString());

        List<String[]> rows = Files.readAllLines(file).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .toList();
        double reciprocalRanks = rows.stream()
                .filter(row -> !row[3].isEmpty())
                .mapToDouble(row -> 1 / Double.parseDouble(row[3]))
                .sum();
        assertThat(Files.readAllLines(file).get(0))
                .isEqualTo("position,user,item,rank,list_length,microseconds,strategy");
        assertThat(rows).hasSize(60);
        assertThat(rows.get(59)[0]).isEqualTo("60");
        assertThat(reciprocalRanks / 60).isCloseTo(json().get("mrr@20").asDouble(), within(1e-9));
    }

    @Test
    void drawsTheComparison() throws IOException {
        Path page = directory.resolve("figures.html");

        assertThat(evaluate(
                        "--data",
                        log.toString(),
                        "--protocol",
                        "prequential",
                        "--k",
                        "3",
                        "--strategy",
                        "user-based,popular",
                        "--plot",
                        page.toString()))
                .isZero();

        assertThat(Files.readString(page)).contains("hr@3", "mrr@3", "user-based", "popular", "<svg");
    }

    @Test
    void reportsBadLinesAndContinues() throws IOException {
        Files.writeString(log, Files.readString(log) + "alice,,click,1,1\n");

        assertThat(evaluate("--data", log.toString(), "--protocol", "leave-out", "--json"))
                .isZero();
        assertThat(shell.err()).contains("log.csv: skipped 1 invalid lines", "  line 302: item_id");
        assertThat(json().get("train_events").asInt()).isEqualTo(240);
    }

    @Test
    void recommendsPopularItemsToAnUnknownUser() throws IOException {
        Path test = Files.writeString(directory.resolve("test.csv"), """
                user_id,item_id,event_type,timestamp
                stranger,item-0,click,1750000000
                """);

        evaluate("--train", log.toString(), "--test", test.toString(), "--protocol", "leave-out", "--json");

        assertThat(json().get("users").asInt()).isEqualTo(1);
        assertThat(json().get("hr@20").asDouble()).isEqualTo(1);
    }

    @Nested
    final class Rejects {

        @Test
        void anUnknownProtocol() {
            assertThat(evaluate("--data", log.toString(), "--protocol", "holdout"))
                    .isEqualTo(2);
            assertThat(shell.err())
                    .startsWith("kindred: --protocol: unknown protocol holdout; choose one of prequential");
        }

        @Test
        void anUnknownStrategy() {
            assertThat(evaluate("--data", log.toString(), "--protocol", "leave-out", "--strategy", "best"))
                    .isEqualTo(2);
            assertThat(shell.err())
                    .startsWith("kindred: --strategy: unknown best; choose from user-based, item-based, popular");
        }

        @Test
        void neitherDataNorTrainingAndTest() {
            assertThat(evaluate("--train", log.toString(), "--protocol", "leave-out"))
                    .isEqualTo(2);
            assertThat(shell.err()).startsWith("kindred: give either --data FILE or --train FILE --test FILE");
        }

        @Test
        void aSplitWithoutTest() {
            assertThat(evaluate("--data", log.toString(), "--split", "1", "--protocol", "leave-out"))
                    .isEqualTo(2);
            assertThat(shell.err()).startsWith("kindred: --split must be in (0, 1), got 1.0");
        }

        @Test
        void aWrongSetting() {
            assertThat(evaluate("--data", log.toString(), "--protocol", "leave-out", "--grid", "vector.step=0.5,2"))
                    .isEqualTo(2);
            assertThat(shell.err())
                    .startsWith("kindred: vector.step=2 (the command line) is not allowed: it must be"
                            + " a number, in (0, 1], for example 0.8");
        }

        @Test
        void aMissingFile() {
            assertThat(evaluate("--data", "nowhere.csv", "--protocol", "leave-out"))
                    .isEqualTo(1);
            assertThat(shell.err())
                    .isEqualToIgnoringNewLines("kindred: --data nowhere.csv does not exist: check the path");
        }

        @Test
        void aMissingItemFile() {
            assertThat(evaluate("--data", log.toString(), "--protocol", "leave-out", "--items", "nowhere.csv"))
                    .isEqualTo(1);
            assertThat(shell.err())
                    .isEqualToIgnoringNewLines("kindred: --items nowhere.csv does not exist: check the path");
        }

        @Test
        void aLogInAnotherFormat() {
            assertThat(evaluate("--data", log.toString(), "--protocol", "leave-out", "--format", "retailrocket"))
                    .isEqualTo(1);
            assertThat(shell.err()).contains("log.csv is not in the format retailrocket");
        }

        @Test
        void anUnknownFormat() {
            assertThat(evaluate("--data", log.toString(), "--protocol", "leave-out", "--format", "xml"))
                    .isEqualTo(2);
            assertThat(shell.err()).startsWith("kindred: --format: unknown format xml");
        }

        @Test
        void aTestWithoutPredictions() throws IOException {
            Path test = Files.writeString(
                    directory.resolve("test.csv"),
                    "user_id,item_id,event_type,timestamp\nalice,hat,click,1750000000\n");

            assertThat(evaluate("--train", log.toString(), "--test", test.toString(), "--protocol", "next-item"))
                    .isEqualTo(1);
            assertThat(shell.err()).contains("kindred: the test has nothing to predict with this protocol");
        }

        @Test
        void aLogWithoutEvents() throws IOException {
            Files.writeString(log, "user_id,item_id,event_type,timestamp\n,,,\n");

            assertThat(evaluate("--data", log.toString(), "--protocol", "leave-out"))
                    .isEqualTo(1);
            assertThat(shell.err()).contains("log.csv contains no event");
        }
    }
}
