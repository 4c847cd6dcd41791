package dev.kindred.config;

import dev.kindred.math.Spelling;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.common.config.ConfigException;

/**
 * Settings in the environment: {@code vector.step} is {@code KINDRED_VECTOR_STEP}.
 *
 * <p>A name that is no setting is an error, because a misspelled one would silently do nothing. Exceptions are a few
 * names with another use, and those that Kubernetes adds by itself for a service called kindred.
 */
final class EnvironmentVariables {

    private static final String PREFIX = "KINDRED_";
    private static final Set<String> OTHER_USES = Set.of(
            "KINDRED_ALIVE_FILE", "KINDRED_API_KEY", "KINDRED_CONFIG", "KINDRED_LOG_LEVEL", "KINDRED_CLIENT_LOG_LEVEL");
    private static final List<String> FROM_KUBERNETES = List.of("KINDRED_SERVICE_", "KINDRED_PORT");
    private static final List<String> PASSED_THROUGH =
            List.of(Definition.KAFKA_PREFIX, Definition.SERDE_PREFIX, Definition.REGISTRY_PREFIX);

    private EnvironmentVariables() {}

    static Map<String, String> settings(Map<String, String> environment) {
        Map<String, String> settings = new TreeMap<>();
        new TreeMap<>(environment).forEach((name, value) -> {
            if (isOurs(name)) {
                settings.put(keyOf(name), value);
            }
        });
        return settings;
    }

    static String nameOf(String key) {
        return PREFIX + key.toUpperCase(Locale.ROOT).replace('.', '_');
    }

    private static boolean isOurs(String name) {
        return name.startsWith(PREFIX)
                && !OTHER_USES.contains(name)
                && FROM_KUBERNETES.stream().noneMatch(name::startsWith);
    }

    private static String keyOf(String name) {
        return defined(name)
                .or(() -> passedThrough(name))
                .orElseThrow(() -> new ConfigException("unknown environment variable " + name + ": " + cure(name)));
    }

    private static Optional<String> defined(String name) {
        return Definition.ALL.names().stream()
                .filter(key -> nameOf(key).equals(name))
                .findFirst();
    }

    private static Optional<String> passedThrough(String name) {
        String key = name.substring(PREFIX.length()).toLowerCase(Locale.ROOT).replace('_', '.');
        return PASSED_THROUGH.stream()
                .filter(prefix -> key.startsWith(prefix) && key.length() > prefix.length())
                .findFirst()
                .map(prefix -> key);
    }

    private static String cure(String name) {
        List<String> names = Definition.ALL.names().stream()
                .map(EnvironmentVariables::nameOf)
                .toList();
        return Spelling.nearest(name, names)
                .map(nearest -> "did you mean " + nearest + "?")
                .orElse("unset it, or take a key from config/kindred.properties");
    }
}
