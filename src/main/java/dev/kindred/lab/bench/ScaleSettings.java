package dev.kindred.lab.bench;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The options of the scale bench.
 *
 * @param dimensions that grow, one after the other
 * @param base the size that stays constant while another dimension grows
 * @param largest greater values of a dimension are skipped
 * @param duration of each of the three measurements at a size; the first third warms up and is not counted
 * @param patience time limit for filling a matrix; a size that takes longer is skipped
 * @param overrides settings of the application, by key
 */
public record ScaleSettings(
        List<Dimension> dimensions,
        Size base,
        int largest,
        Duration duration,
        Duration patience,
        Map<String, String> overrides) {

    public ScaleSettings {
        dimensions = List.copyOf(dimensions);
        overrides = Map.copyOf(overrides);
    }
}
