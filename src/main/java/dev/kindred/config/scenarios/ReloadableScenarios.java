package dev.kindred.config.scenarios;

import dev.kindred.config.yaml.ReloadableFile;
import dev.kindred.scenario.Scenario;
import dev.kindred.scenario.Scenarios;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** The scenarios of a file that somebody may edit. */
public final class ReloadableScenarios extends ReloadableFile<Scenarios> {

    /**
     * Reads the file.
     *
     * @param builtIn the scenario of the default list where the file does not define one
     * @throws org.apache.kafka.common.config.ConfigException if it is wrong
     */
    public ReloadableScenarios(Path file, Scenario builtIn) {
        super(file, path -> ScenarioFile.read(path).withDefault(builtIn));
    }

    /**
     * The scenarios as of now: those of the configured file, or the examples of this program, which are not published. Safe
     * for many threads.
     *
     * @throws org.apache.kafka.common.config.ConfigException if the file is wrong
     */
    public static Supplier<Scenarios> of(Optional<Path> file, Scenario builtIn) {
        if (file.isPresent()) {
            return new ReloadableScenarios(file.get(), builtIn)::latest;
        }
        Scenarios examples = ScenarioFile.examples().unpublished().withDefault(builtIn);
        return () -> examples;
    }
}
