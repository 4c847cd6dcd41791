package dev.kindred.lab.bench;

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
record EnvironmentSettings(int users, int items, int partitions, int threads, Map<String, String> overrides) {

    EnvironmentSettings {
        overrides = Map.copyOf(overrides);
    }
}
