package dev.kindred.lab.plot;

/**
 * One axis of a chart.
 *
 * @param name the quantity with its unit: "refresh, µs"
 * @param scale the meaning of distances along the axis
 */
public record Axis(String name, Scale scale) {

    /** The meaning of distances along an axis. */
    public enum Scale {
        /** Equal distances are equal differences; the axis shows the range of the values. */
        LINEAR,
        /** Equal distances are equal differences, and distances from the start are the values themselves. */
        FROM_ZERO,
        /** Equal distances are equal ratios; all values must be positive. */
        LOGARITHMIC
    }

    /** An axis that shows the range of its values. */
    public static Axis linear(String name) {
        return new Axis(name, Scale.LINEAR);
    }

    /** An axis that starts at zero, so that heights can be compared; for values that are not negative. */
    public static Axis fromZero(String name) {
        return new Axis(name, Scale.FROM_ZERO);
    }

    /** An axis on which equal distances mean equal ratios. */
    public static Axis logarithmic(String name) {
        return new Axis(name, Scale.LOGARITHMIC);
    }

    boolean isLogarithmic() {
        return scale == Scale.LOGARITHMIC;
    }

    boolean startsAtZero() {
        return scale == Scale.FROM_ZERO;
    }

    /** Throws if a value cannot be placed on the axis. */
    void check(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("values of axis '" + name + "' must be finite, got " + value);
        }
        if (isLogarithmic() && value <= 0) {
            throw new IllegalArgumentException(
                    "values of logarithmic axis '" + name + "' must be positive, got " + value);
        }
        if (startsAtZero() && value < 0) {
            throw new IllegalArgumentException(
                    "values of axis '" + name + "', which starts at zero, must not be negative, got " + value);
        }
    }
}
