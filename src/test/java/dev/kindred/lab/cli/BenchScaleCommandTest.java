package dev.kindred.lab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.cli.Shell;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("measures the heap")
final class BenchScaleCommandTest {

    private final Shell shell = new Shell();

    private int scale(String... more) {
        String[] args = new String[more.length + 2];
        args[0] = "bench";
        args[1] = "scale";
        System.arraycopy(more, 0, args, 2, more.length);
        return shell.run(args);
    }

    @Test
    void printsATableAndDrawsIt(@TempDir Path directory) {
        Path plot = directory.resolve("growth.html");

        int status = scale(
                "--dimension=history",
                "--largest=10",
                "--users=200",
                "--items=100",
                "--duration=0.03",
                "--plot=" + plot);

        assertThat(status).isZero();
        assertThat(shell.out()).contains("by items in a history; otherwise 200 users, 100 items");
        assertThat(shell.err()).contains("items in a history: 10, filling with 4,000 cells");
        assertThat(plot).content().contains("Time of a refresh by items in a history", "bytes/cell");
    }

    @Test
    void listsTheDimensions() {
        assertThat(scale("--dimension=depth")).isEqualTo(2);
        assertThat(shell.err()).contains("choose one of users, items, history, audience");
    }

    @Test
    void rejectsImpossibleSizes() {
        assertThat(scale("--items=99")).isEqualTo(2);
        assertThat(scale("--users=0")).isEqualTo(2);
        assertThat(shell.err())
                .isEqualToIgnoringNewLines("kindred: --items must be at least twice the --history: see 'kindred bench"
                        + " scale --help'kindred: --users, --items, --history and --audience must be positive: see"
                        + " 'kindred bench scale --help'");
    }
}
