package dev.kindred.lab.bench;

import java.util.HashMap;
import java.util.Map;

/**
 * The size of a measurement.
 *
 * @param users of the simulated shop
 * @param items of the simulated shop
 * @param partitions of all topics
 * @param threads of the stream
 * @param overrides settings of the application, by key
 */
public record EnvironmentSettings(int users, int items, int partitions, int threads, Map<String, String> overrides) {

    public EnvironmentSettings {
        overrides = Map.copyOf(overrides);
    }

    /** The same with an HTTP server, and twice as many shoppers, because many of them arrive late. */
    EnvironmentSettings serving() {
        Map<String, String> settings = new HashMap<>(overrides);
        settings.putAll(Map.of("http.enabled", "true", "http.host", "127.0.0.1", "http.port", "0"));
        return new EnvironmentSettings(2 * users, items, partitions, threads, settings);
    }
}
