package dev.kindred.config;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.common.config.ConfigException;

/**
 * Reads settings from environment variables: {@code KINDRED_VECTOR_STEP} sets {@code vector.step}.
 *
 * <p>An unknown name is an error, because a misspelled setting would otherwise have no effect. Exempt are a few names
 * with another use, and the names that Kubernetes adds for a service called kindred.
 */
final class EnvironmentVariables {

    private static final String PREFIX = "KINDRED_";
    private static final Set<String> OTHER_USES = Set.of(
            "KINDRED_ALIVE_FILE", "KINDRED_API_KEY", "KINDRED_CONFIG", "KINDRED_LOG_LEVEL", "KINDRED_CLIENT_LOG_LEVEL");
    private static final List<String> FROM_KUBERNETES = List.of("KINDRED_SERVICE_", "KINDRED_PORT");

    private EnvironmentVariables() {}

    static Map<String, Given> settings(Map<String, String> environment) {
        Map<String, Given> settings = new TreeMap<>();
        new TreeMap<>(environment).forEach((name, value) -> {
            if (isOurs(name)) {
                settings.put(keyOf(name), new Given(value, "environment variable " + name));
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
        String key = name.substring(PREFIX.length()).toLowerCase(Locale.ROOT).replace('_', '.');
        if (Settings.knows(key)) {
            return key;
        }
        List<String> names =
                Settings.keys().stream().map(EnvironmentVariables::nameOf).toList();
        throw new ConfigException("unknown environment variable " + name + ": "
                + Settings.nearest(name, names).orElse("unset it, or use a key from config/kindred.properties"));
    }
}
