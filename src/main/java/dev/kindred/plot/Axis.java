package dev.kindred.plot;

/**
 * One axis of a chart.
 *
 * @param name what is told along it, with its unit: "refresh, µs"
 * @param logarithmic whether equal distances mean equal ratios; then all values must be positive
 */
public record Axis(String name, boolean logarithmic) {

    /** An axis on which equal distances mean equal differences. */
    public static Axis linear(String name) {
        return new Axis(name, false);
    }

    /** An axis on which equal distances mean equal ratios. */
    public static Axis logarithmic(String name) {
        return new Axis(name, true);
    }

    /** Fails if a value has no place on the axis. */
    void check(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("values of axis '" + name + "' must be finite, got " + value);
        }
        if (logarithmic && value <= 0) {
            throw new IllegalArgumentException(
                    "values of logarithmic axis '" + name + "' must be positive, got " + value);
        }
    }
}
