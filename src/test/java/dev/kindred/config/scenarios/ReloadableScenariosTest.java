package dev.kindred.config.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.config.yaml.ReloadableFile;
import dev.kindred.model.Strategy;
import dev.kindred.scenario.Excludes;
import dev.kindred.scenario.Scenario;
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
        ReloadableFile<Scenarios> scenarios = ScenarioFile.reloadable(file, Scenario.userBased(20, Excludes.USUAL));
        write("two");

        assertThat(scenarios.current().names()).containsExactly("one", "default");
        assertThat(scenarios.refresh()).isTrue();
        assertThat(scenarios.current().names()).containsExactly("two", "default");
    }

    @Test
    void readsNothingAgainThatDidNotChange() {
        ReloadableFile<Scenarios> scenarios = ScenarioFile.reloadable(file, Scenario.userBased(20, Excludes.USUAL));
        Scenarios before = scenarios.current();

        assertThat(scenarios.refresh()).isFalse();
        assertThat(scenarios.current()).isSameAs(before);
    }

    @Test
    void staysAsItWasWhileTheFileIsWrong() throws IOException {
        ReloadableFile<Scenarios> scenarios = ScenarioFile.reloadable(file, Scenario.userBased(20, Excludes.USUAL));

        write("WRONG");
        assertThat(scenarios.refresh()).isFalse();
        Files.delete(file);
        assertThat(scenarios.refresh()).isFalse();
        assertThat(scenarios.current().names()).containsExactly("one", "default");

        write("two");
        assertThat(scenarios.refresh()).isTrue();
        assertThat(scenarios.current().names()).containsExactly("two", "default");
    }

    @Test
    void doesNotStartWithAFileThatIsWrong() throws IOException {
        write("WRONG");

        assertThatThrownBy(() -> ScenarioFile.reloadable(file, Scenario.userBased(20, Excludes.USUAL)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("line 1");
    }

    @Test
    void mayReplaceTheDefaultList() throws IOException {
        write("default");

        Scenario scenario = ScenarioFile.reloadable(file, Scenario.userBased(20, Excludes.USUAL))
                .current()
                .byDefault();

        assertThat(scenario.weights()).containsOnlyKeys(Strategy.POPULAR);
        assertThat(ScenarioFile.bundled(Scenario.userBased(7, Excludes.USUAL))
                        .get()
                        .byDefault())
                .isEqualTo(Scenario.userBased(7, Excludes.USUAL));
    }

    private void write(String name) throws IOException {
        Files.writeString(file, "scenarios: {" + name + ": {weights: {popular: 1}}}");
        Files.setLastModifiedTime(file, FileTime.fromMillis(1000L * ++seconds));
    }
}
