package dev.kindred.config.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.scenario.Scenarios;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReloadableScenariosTest {

    @TempDir
    Path directory;

    private Path file;
    private int seconds; // that the clock of the file system shows

    @BeforeEach
    void writeOneScenario() throws IOException {
        file = directory.resolve("scenarios.yaml");
        write("one");
    }

    @Test
    void followsTheFile() throws IOException {
        ReloadableScenarios scenarios = new ReloadableScenarios(file);
        write("two");

        assertThat(scenarios.current().names()).containsExactly("one");
        assertThat(scenarios.refresh()).isTrue();
        assertThat(scenarios.current().names()).containsExactly("two");
    }

    @Test
    void readsNothingAgainThatDidNotChange() {
        ReloadableScenarios scenarios = new ReloadableScenarios(file);
        Scenarios before = scenarios.current();

        assertThat(scenarios.refresh()).isFalse();
        assertThat(scenarios.current()).isSameAs(before);
    }

    @Test
    void staysAsItWasWhileTheFileIsWrong() throws IOException {
        ReloadableScenarios scenarios = new ReloadableScenarios(file);

        write("WRONG");
        assertThat(scenarios.refresh()).isFalse();
        Files.delete(file);
        assertThat(scenarios.refresh()).isFalse();
        assertThat(scenarios.current().names()).containsExactly("one");

        write("two");
        assertThat(scenarios.refresh()).isTrue();
        assertThat(scenarios.current().names()).containsExactly("two");
    }

    @Test
    void doesNotStartWithAFileThatIsWrong() throws IOException {
        write("WRONG");

        assertThatThrownBy(() -> new ReloadableScenarios(file))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("line 1");
    }

    private void write(String name) throws IOException {
        Files.writeString(file, "scenarios: {" + name + ": {weights: {popular: 1}}}");
        Files.setLastModifiedTime(file, FileTime.fromMillis(1000L * ++seconds));
    }
}
