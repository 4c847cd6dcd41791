package dev.kindred.cli;

import dev.kindred.config.KindredConfig;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Option;

/** The options that every command takes, as a mixin. */
public final class ConfigOptions {

    static final String VERBOSE = "--verbose";
    static final String VERBOSE_EFFECT = "Log more, and show the stack trace of a failure.";

    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            description = "Settings as key=value lines, as in config/kindred.properties. Default: the file that"
                    + " KINDRED_CONFIG names, or none.")
    private Optional<Path> file = Optional.empty();

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "One setting, above the file and the environment. May be repeated.")
    private Map<String, String> overrides = new LinkedHashMap<>();

    @Option(names = VERBOSE, description = VERBOSE_EFFECT)
    @SuppressWarnings("UnusedVariable") // read from the parsed command line
    private boolean verbose;

    /**
     * Reads and checks the configuration.
     *
     * @throws org.apache.kafka.common.config.ConfigException if it is wrong
     */
    public KindredConfig load() {
        return load(Map.of());
    }

    /**
     * Reads and checks the configuration with some settings of a command's own.
     *
     * @param above settings by key, above those of the command line
     * @throws org.apache.kafka.common.config.ConfigException if it is wrong
     */
    public KindredConfig load(Map<String, String> above) {
        Map<String, String> highest = new LinkedHashMap<>(overrides);
        highest.putAll(above);
        Map<String, String> environment = System.getenv();
        Optional<Path> path = file.or(
                () -> Optional.ofNullable(environment.get("KINDRED_CONFIG")).map(Path::of));
        return KindredConfig.load(path, environment, highest);
    }

    /** The keys that the command line sets. */
    public Set<String> overriddenKeys() {
        return Set.copyOf(overrides.keySet());
    }
}
