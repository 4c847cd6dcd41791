package dev.kindred.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands with which a build server checks the shop's files before they are deployed. */
final class CheckCommandsTest {

    private final Shell shell = new Shell();

    @TempDir
    private Path directory = Path.of("");

    private String file(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text).toString();
    }

    @ParameterizedTest
    @CsvSource({"scenarios, config/scenarios.yaml", "segments, config/segments.yaml"})
    void acceptTheExamples(String command, String file) {
        assertThat(shell.run(command, "check", file, file)).isZero();
        assertThat(shell.out()).hasLineCount(2).startsWith("ok: " + file + "\n");
    }

    @Test
    void acceptTheDefaults() {
        assertThat(shell.run("config", "check", "--config", "config/kindred.properties"))
                .isZero();
        assertThat(shell.out()).isEqualTo("ok: the settings of config/kindred.properties\n");
    }

    @Test
    void refuseAScenarioWithItsLineAndCure() throws IOException {
        String file = file("shop.yaml", "scenarios:\n  home:\n    filter: prize < 5\n");

        assertThat(shell.run("scenarios", "check", file)).isEqualTo(2);
        assertThat(shell.err()).hasLineCount(1).contains(file + ", line 3", "did you mean price?");
    }

    @Test
    void refuseATabWithItsCure() throws IOException {
        String file = file("shop.yaml", "segments:\n\tvip:\n");

        assertThat(shell.run("segments", "check", file)).isEqualTo(2);
        assertThat(shell.err()).hasLineCount(1).contains("line 2", "a tab indents the line; indent with spaces");
    }

    @Test
    void refuseSettingsWhoseFileIsWrong() throws IOException {
        String rules = file("shop.yaml", "scenarios:\n  home:\n    k: many\n");
        String settings = file("kindred.properties", "scenarios.file=" + rules + "\n");

        assertThat(shell.run("config", "check", "--config", settings)).isEqualTo(2);
        assertThat(shell.err()).hasLineCount(1).contains(rules + ", line 3");
    }
}
