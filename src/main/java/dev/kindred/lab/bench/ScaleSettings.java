package dev.kindred.lab.bench;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What to measure of how cost grows.
 *
 * @param dimensions that grow, one after the other
 * @param base what stays as it is while another dimension grows
 * @param largest values of a dimension above this are left out
 * @param duration of each of the three measurements at a size; the first third warms up and is not counted
 * @param patience how long the filling of a matrix may take before its size is given up
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
