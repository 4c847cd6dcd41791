package dev.kindred.lab.simulation;

import dev.kindred.model.Require;
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
        Require.that(users >= 1, "users must be positive", users);
        Require.that(items >= 1, "items must be positive", items);
    }
}
