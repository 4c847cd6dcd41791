package dev.kindred.config;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.common.config.ConfigException;

/** Puts a file, the environment and the command line on top of each other, and rejects keys that nobody knows. */
final class Sources {

    private Sources() {}

    static Map<String, String> merge(
            Optional<Path> file, Map<String, String> environment, Map<String, String> overrides) {
        Map<String, String> merged = new TreeMap<>();
        file.ifPresent(path -> merged.putAll(known(read(path), path.toString())));
        merged.putAll(EnvironmentVariables.settings(environment));
        merged.putAll(known(overrides, "the command line"));
        return merged;
    }

    private static Map<String, String> known(Map<String, String> settings, String place) {
        for (String key : new TreeMap<>(settings).keySet()) {
            if (!Definition.knows(key)) {
                throw new ConfigException("unknown key " + key + " in " + place + ": " + cure(key));
            }
        }
        return settings;
    }

    private static String cure(String key) {
        return Definition.nearest(key)
                .map(nearest -> "did you mean " + nearest + "?")
                .orElse("remove it, or take a key from config/kindred.properties");
    }

    private static Map<String, String> read(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (NoSuchFileException e) {
            throw new ConfigException("there is no configuration file " + file + ": check the path");
        } catch (IOException | IllegalArgumentException e) {
            throw new ConfigException("cannot read the configuration file " + file + ": " + e.getMessage());
        }
        Map<String, String> settings = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> settings.put(key, properties.getProperty(key)));
        return settings;
    }
}
