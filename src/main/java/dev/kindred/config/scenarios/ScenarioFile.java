package dev.kindred.config.scenarios;

import dev.kindred.config.yaml.Yaml;
import dev.kindred.config.yaml.YamlSyntaxException;
import dev.kindred.scenario.Scenarios;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;

/** Reads scenarios from a file in YAML, strictly: what is not understood is refused. */
public final class ScenarioFile {

    private ScenarioFile() {}

    /**
     * Reads and checks all scenarios.
     *
     * @throws org.apache.kafka.common.config.ConfigException if the file cannot be read or anything in it is wrong; its
     *     message is one sentence that names file, line, key and cure
     */
    public static Scenarios read(Path file) {
        return Yaml.read(file, "config/scenarios.yaml", ScenarioYaml::read);
    }

    /** The examples that this program brings. */
    public static Scenarios examples() {
        try (InputStream in = Objects.requireNonNull(
                ScenarioFile.class.getResourceAsStream("/scenarios.yaml"), "the examples are in the jar")) {
            return ScenarioYaml.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException | YamlSyntaxException e) {
            throw new IllegalStateException("the examples of this program are wrong", e);
        }
    }
}
