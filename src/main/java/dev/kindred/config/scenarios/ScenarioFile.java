package dev.kindred.config.scenarios;

import dev.kindred.scenario.Scenarios;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import org.apache.kafka.common.config.ConfigException;

/** Reads scenarios from a file in YAML, strictly: what is not understood is refused. */
public final class ScenarioFile {

    private ScenarioFile() {}

    /**
     * Reads and checks all scenarios.
     *
     * @throws ConfigException if the file cannot be read or anything in it is wrong; its message is one sentence that names
     *     file, line, key and cure
     */
    public static Scenarios read(Path file) {
        try {
            return ScenarioYaml.read(Files.readString(file));
        } catch (ScenarioSyntaxException e) {
            throw refused(file + ", line " + e.line() + ", " + e.getMessage(), e);
        } catch (NoSuchFileException e) {
            throw refused(file + " does not exist; config/scenarios.yaml is an example", e);
        } catch (IOException e) {
            throw refused(file + " cannot be read as text in UTF-8: " + e.getMessage(), e);
        }
    }

    /** The examples that this program brings. */
    public static Scenarios examples() {
        try (InputStream in = Objects.requireNonNull(
                ScenarioFile.class.getResourceAsStream("/scenarios.yaml"), "the examples are in the jar")) {
            return ScenarioYaml.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException | ScenarioSyntaxException e) {
            throw new IllegalStateException("the examples of this program are wrong", e);
        }
    }

    private static ConfigException refused(String message, Exception cause) {
        ConfigException refused = new ConfigException(message);
        refused.initCause(cause);
        return refused;
    }
}
