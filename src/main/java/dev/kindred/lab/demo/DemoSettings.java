package dev.kindred.lab.demo;

import dev.kindred.logs.LogFormat;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The options of a demo.
 *
 * @param data a recorded log; empty for the simulated shop
 * @param format of the log
 * @param events the greatest number of events to send
 * @param rate events per second; 0 for as fast as possible
 * @param users of the simulated shop
 * @param items of the simulated shop
 * @param seed of the simulated shop: the same seed gives the same events
 * @param port of the broker; 0 for any free one
 * @param stay whether to continue running after the last event, until stopped
 * @param overrides settings of the application, by key
 */
public record DemoSettings(
        Optional<Path> data,
        LogFormat format,
        long events,
        double rate,
        int users,
        int items,
        long seed,
        int port,
        boolean stay,
        Map<String, String> overrides) {

    public DemoSettings {
        overrides = Map.copyOf(overrides);
    }
}
