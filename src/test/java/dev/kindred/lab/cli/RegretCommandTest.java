package dev.kindred.lab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.cli.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RegretCommandTest {

    private final Shell shell = new Shell();

    private int run(String options) {
        return shell.run(("regret --looks 60 --runs 1 --events 300 --users 60 --items 60 " + options).split(" "));
    }

    @Test
    void printsATableAndDrawsCurves(@TempDir Path directory) throws IOException {
        Path page = directory.resolve("regret.html");

        assertThat(run("--variants popular,item-based --plot " + page)).isZero();

        assertThat(shell.out())
                .contains("60 looks in each of 1 simulated shops of 60 shoppers and 60 items")
                .containsPattern("variant item-based +clicks in [0-9.]+ ± 0\\.0 % of its lists")
                .containsPattern("fixed split +-?[0-9.]+ ± 0\\.0 ")
                .containsPattern("epsilon-greedy +-?[0-9.]+ ± 0\\.0 ")
                .containsPattern("thompson +-?[0-9.]+ ± 0\\.0 ");
        assertThat(Files.readString(page)).contains("lists looked at").contains("<svg");
    }

    @Test
    void refusesWhatItCannotCompare() {
        assertThat(run("--variants popular,best")).isEqualTo(2);
        assertThat(run("--variants popular")).isEqualTo(2);
        assertThat(run("--variants popular,popular")).isEqualTo(2);
        assertThat(shell.err())
                .contains("--variants: unknown best; choose from user-based")
                .contains("--variants must be two or more different strategies");
    }
}
