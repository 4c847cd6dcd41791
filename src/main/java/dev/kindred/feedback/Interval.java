package dev.kindred.feedback;

/**
 * A figure with the interval that holds it with 95 % confidence.
 *
 * @param value NaN without observations; so are the ends
 */
public record Interval(double value, double low, double high) {

    private static final double Z = 1.96; // the standard normal quantile of 97.5 %

    /** A fraction of trials, with the interval of Wilson (1927). */
    public static Interval ofRate(long successes, long trials) {
        double n = trials;
        double rate = successes / n;
        double middle = (rate + Z * Z / (2 * n)) / (1 + Z * Z / n);
        double half = Z / (1 + Z * Z / n) * Math.sqrt(rate * (1 - rate) / n + Z * Z / (4 * n * n));
        return new Interval(rate, Math.max(0, middle - half), Math.min(1, middle + half));
    }

    /**
     * The mean of amounts, with the interval of the normal distribution, not below 0.
     *
     * @param sum of all amounts
     * @param squares the sum of their squares
     * @param unit of how many the mean is stated, such as 1000
     */
    public static Interval ofMean(double sum, double squares, long count, double unit) {
        double mean = sum / count;
        double half = Z * Math.sqrt(Math.max(0, squares / count - mean * mean) / count);
        return new Interval(unit * mean, unit * Math.max(0, mean - half), unit * (mean + half));
    }
}
