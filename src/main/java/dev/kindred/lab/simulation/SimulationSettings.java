package dev.kindred.lab.simulation;

import java.time.Instant;

/**
 * The size of a simulated shop.
 *
 * @param users number of shoppers
 * @param items number of items
 * @param seed the same seed makes the same events
 * @param start the time before the first event
 */
public record SimulationSettings(int users, int items, long seed, Instant start) {

    public SimulationSettings {
        if (users < 1) {
            throw new IllegalArgumentException("users must be positive, got " + users);
        }
        if (items < 1) {
            throw new IllegalArgumentException("items must be positive, got " + items);
        }
    }
}
