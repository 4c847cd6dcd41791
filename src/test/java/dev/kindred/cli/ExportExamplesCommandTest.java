package dev.kindred.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.ranking.Feature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ExportExamplesCommandTest {

    private final Shell shell = new Shell();
    private final Path log;
    private final Path output;

    ExportExamplesCommandTest(@TempDir Path directory) {
        this.log = directory.resolve("events.csv");
        this.output = directory.resolve("examples.csv");
    }

    /** Three shoppers know tent, pad and cup; dan follows them. */
    @BeforeEach
    void record() throws IOException {
        List<String> lines = new ArrayList<>(List.of("user_id,item_id,event_type,timestamp"));
        long second = 1_700_000_000;
        for (String user : List.of("ann", "bob", "cal", "dan")) {
            for (String item : List.of("tent", "pad", "cup")) {
                lines.add(user + "," + item + ",click," + second++);
            }
        }
        Files.write(log, lines);
    }

    private int examples(String... more) {
        List<String> args = new ArrayList<>(
                List.of("export", "examples", "--output", output.toString(), "--set", "privacy.minimum.support=1"));
        args.addAll(List.of(more));
        return shell.run(args.toArray(String[]::new));
    }

    @Test
    void writesTheCandidatesBeforeEachEvent() throws IOException {
        assertThat(examples("--data", log.toString())).isZero();

        List<String> lines = Files.readAllLines(output);
        assertThat(lines.get(0))
                .startsWith("list_v" + Feature.VERSION + ",timestamp_ms,label,propensity,constant,blend,rank,");
        List<String[]> rows =
                lines.stream().skip(1).map(line -> line.split(",")).toList();
        assertThat(rows).isNotEmpty().allSatisfy(row -> assertThat(row).hasSize(4 + Feature.COUNT));
        assertThat(rows).extracting(row -> row[3]).containsOnly("1");
        long lists = rows.stream().map(row -> row[0]).distinct().count();
        assertThat(rows.stream().filter(row -> row[2].equals("1"))).hasSize((int) lists);
        assertThat(shell.err()).contains("lists from 12 events");
    }

    @Test
    void leavesTheRestOfALogToTheEvaluation() throws IOException {
        assertThat(examples("--data", log.toString())).isZero();
        List<String> all = Files.readAllLines(output);

        assertThat(examples("--data", log.toString(), "--split", "0.75", "--force"))
                .isZero();

        List<String> first = Files.readAllLines(output);
        assertThat(first).hasSizeLessThan(all.size());
        assertThat(all).startsWith(first.toArray(String[]::new));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--labels|shown|--labels shown needs the topic of events: remove --data, or choose --labels next",
                "--labels|clicked|--labels must be next or shown, got clicked",
                "--split|0|--split must be in (0, 1], got 0.0",
                "--sample|0|--sample must be positive, got 0",
                "--scenario|hom|--scenario: there is no scenario hom; choose from"
            })
    void refusesOptionsThatCannotWork(String option, String value, String message) {
        assertThat(examples("--data", log.toString(), option, value)).isEqualTo(2);
        assertThat(shell.err()).contains(message);
        assertThat(output).doesNotExist();
    }

    @Test
    void saysWhyThereIsNoExample() throws IOException {
        Files.write(log, List.of("user_id,item_id,event_type,timestamp", "ann,tent,click,1700000000"));

        assertThat(examples("--data", log.toString())).isEqualTo(1);

        assertThat(shell.err()).contains("there is no example among 1 events");
        assertThat(output).doesNotExist();
    }

    @Test
    void theExportOfMembersStillNeedsItsOptions() {
        assertThat(shell.run("export", "--segment", "idle")).isEqualTo(2);
        assertThat(shell.err()).contains("--segment=NAME and --scenario=NAME are required");
    }
}
