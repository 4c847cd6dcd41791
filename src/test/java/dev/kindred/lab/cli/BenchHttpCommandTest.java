package dev.kindred.lab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.cli.Shell;
import org.junit.jupiter.api.Test;

final class BenchHttpCommandTest {

    private final Shell shell = new Shell();

    @Test
    void rejectsARateOfZero() {
        assertThat(shell.run("bench", "http", "--rate=0")).isEqualTo(2);
        assertThat(shell.err()).contains("--rate and --events-rate must be positive");
    }
}
