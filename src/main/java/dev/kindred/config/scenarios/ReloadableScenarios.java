package dev.kindred.config.scenarios;

import dev.kindred.config.yaml.ReloadableFile;
import dev.kindred.scenario.Scenarios;
import java.nio.file.Path;

/** The scenarios of a file that somebody may edit. */
public final class ReloadableScenarios extends ReloadableFile<Scenarios> {

    /**
     * Reads the file.
     *
     * @throws org.apache.kafka.common.config.ConfigException if it is wrong
     */
    public ReloadableScenarios(Path file) {
        super(file, ScenarioFile::read);
    }
}
