package dev.kindred.config;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.common.config.ConfigException;

/** Merges a file, the environment and the command line, in ascending precedence, and rejects unknown keys. */
final class Sources {

    private Sources() {}

    static Map<String, Given> merge(
            Optional<Path> file, Map<String, String> environment, Map<String, String> overrides) {
        Map<String, Given> merged = new TreeMap<>();
        file.ifPresent(path -> merged.putAll(checkKeys(PropertiesFile.read(path))));
        merged.putAll(EnvironmentVariables.settings(environment));
        Map<String, Given> highest = new TreeMap<>();
        overrides.forEach((key, value) -> highest.put(key, new Given(value, "the command line")));
        merged.putAll(checkKeys(highest));
        return merged;
    }

    private static Map<String, Given> checkKeys(Map<String, Given> settings) {
        settings.forEach((key, given) -> {
            if (!Settings.knows(key)) {
                throw new ConfigException("unknown key " + key + " in " + given.place() + ": "
                        + Settings.nearest(key, Settings.keys())
                                .orElse("remove it, or use a key from config/kindred.properties"));
            }
        });
        return settings;
    }
}
