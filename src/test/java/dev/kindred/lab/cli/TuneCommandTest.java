package dev.kindred.lab.cli;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TuneCommandTest {

    private static final int EVENTS = 400;
    private static final int PAIRS = 800;
    private static final int TRAINING = 320; // the first 0.8 of them

    private final List<Interaction> events = Streams.random(new SplittableRandom(1), EVENTS, 15, 30);

    @TempDir
    private Path directory = Path.of("");

    private static String line(String user, String item, Interaction event) {
        return "%s,%s,rating,%d,%s".formatted(user, item, event.timestampMs(), event.strength());
    }

    private String log(String name, List<String> lines) throws IOException {
        List<String> all = new ArrayList<>(List.of("user_id,item_id,event_type,timestamp,strength"));
        all.addAll(lines);
        return Files.write(directory.resolve(name), all).toString();
    }

    private List<String> lines() {
        return events.stream()
                .map(event -> line(event.userId(), event.itemId(), event))
                .toList();
    }

    /** Shoppers take two related items, and then another one: only the last step predicts the next item. */
    private List<String> pairs() {
        SplittableRandom random = new SplittableRandom(1);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < PAIRS; i++) {
            int pair = random.nextInt(12);
            String user = "user-" + random.nextInt(15);
            Interaction event = events.get(i * EVENTS / PAIRS);
            lines.add(line(user, "left-" + pair, event));
            lines.add(line(user, "right-" + pair, event));
        }
        return lines;
    }

    private static String tune(String... args) {
        Shell shell = new Shell();
        String[] command = Stream.concat(Stream.of("tune", "--protocol", "prequential"), Stream.of(args))
                .toArray(String[]::new);
        assertThat(shell.run(command)).isZero();
        return shell.out();
    }

    @Test
    void printsOptionsReadyToPaste() throws IOException {
        Path poor = Files.writeString(directory.resolve("kindred.properties"), "vector.step=1\n");

        String out = tune(
                "--train",
                log("train.csv", pairs()),
                "--config",
                poor.toString(),
                "--trials",
                "9",
                "--k",
                "5",
                "--metric",
                "hr",
                "--set",
                "similarity.neighbors=50");

        assertThat(out)
                .startsWith(
                        "prequential: 12 settings tried for hr@5, on training data alone: 1,440 events to learn, 160 to"
                                + " predict\n")
                .containsPattern("(?m)^configured +0\\.\\d{4} \\[")
                .containsPattern("(?m)^best +0\\.\\d{4} \\[")
                .containsPattern(
                        "(?m)^Expected gain of hr@5, measured on 80 predictions that the search did not see: [+-]0")
                .containsPattern("(?m)^--set vector\\.step=(1|0\\.\\d+)$")
                .doesNotContain("--set similarity.neighbors");
    }

    @Test
    void reportsThatNothingIsBetter() throws IOException {
        String out = tune("--train", log("train.csv", lines()), "--trials", "1");

        assertThat(out).contains("No other settings are better").doesNotContain("--set");
    }

    @Test
    void neverUsesTheTest() throws IOException {
        List<Interaction> ordered = events.stream()
                .sorted((a, b) -> Long.compare(a.timestampMs(), b.timestampMs()))
                .toList();
        List<String> whole = ordered.stream()
                .map(event -> line(event.userId(), event.itemId(), event))
                .toList();
        List<String> otherTest = new ArrayList<>(whole.subList(0, TRAINING));
        ordered.subList(TRAINING, EVENTS).forEach(event -> otherTest.add(line("somebody", "something", event)));

        String tuned = tune("--trials", "9", "--data", log("whole.csv", whole));

        assertThat(tune("--trials", "9", "--data", log("other.csv", otherTest))).isEqualTo(tuned);
        assertThat(tune("--trials", "9", "--train", log("train.csv", whole.subList(0, TRAINING))))
                .isEqualTo(tuned);
    }

    @Test
    void rejectsAnUnknownMetric() {
        Shell shell = new Shell();

        assertThat(shell.run("tune", "--train", "x.csv", "--protocol", "leave-out", "--metric", "auc"))
                .isEqualTo(2);
        assertThat(shell.err()).startsWith("kindred: --metric: unknown auc; choose from hr, mrr, ndcg");
    }

    @Test
    void tunesABlendThatLearnsItsWeights() throws IOException {
        String out = tune("--train", log("train.csv", pairs()), "--trials", "3", "--strategy", "blend");

        assertThat(out).startsWith("prequential: 4 settings tried for mrr@20");
    }

    @Test
    void rejectsAnUnknownStrategy() {
        Shell shell = new Shell();

        assertThat(shell.run("tune", "--train", "x.csv", "--protocol", "leave-out", "--strategy", "magic"))
                .isEqualTo(2);
        assertThat(shell.err()).startsWith("kindred: --strategy: unknown magic; choose from user-based");
    }

    @Test
    void rejectsATestFile() {
        Shell shell = new Shell();

        assertThat(shell.run("tune", "--train", "x.csv", "--test", "y.csv", "--protocol", "leave-out"))
                .isEqualTo(2);
    }
}
