package dev.kindred.lab.offpolicy;

/**
 * An estimate of the mean reward of a choice.
 *
 * @param standardError from the sample, not negative
 * @param leastHigh the least upper end of the interval: where rewards are rare, a sample that has none for the greatest weights
 *     has too little spread
 */
public record Estimate(double value, double standardError, double leastHigh) {

    private static final double NORMAL = 1.959963984540054; // 97.5 % of a normal distribution lie below

    /** The lower end of the 95 % interval, not below 0, the least reward. */
    public double low() {
        return Math.max(0, value - NORMAL * standardError);
    }

    /** The upper end of the 95 % interval. */
    public double high() {
        return Math.max(leastHigh, value + NORMAL * standardError);
    }
}
