package dev.kindred.experiment;

import dev.kindred.model.Require;
import java.util.List;

/**
 * Compares the rates of two variants by a test that may be looked at after every list: the mixture sequential
 * probability ratio test of a difference of two proportions.
 *
 * <p>With d the difference, V its variance, and a normal mixture N(0, t^2) over the true difference, the mixture
 * likelihood ratio is {@code sqrt(V / (V + t^2)) * exp(t^2 d^2 / (2 V (V + t^2)))}. Without a difference it is a
 * martingale with the mean 1, so it ever exceeds 1 / alpha with a probability of at most alpha. Source: Johari, Koomen,
 * Pekelis and Walsh, <em>Peeking at A/B tests</em>, KDD 2017, section 4.
 *
 * <p>The difference is the mean of the days' differences by the weights of Mantel and Haenszel, so that neither a
 * campaign nor a changed split is mistaken for one. The unit is the list: lists of one user are taken as independent.
 *
 * @param alpha the probability of a false alarm, in (0, 1)
 */
public record SequentialTest(double alpha) {

    private static final double USUAL_EFFECT = 0.1; // relative; the scale of the mixture
    private static final long LEAST_LISTS = 100; // of each variant, for a normal approximation

    public SequentialTest {
        Require.that(alpha > 0 && alpha < 1, "alpha must be in (0, 1)", alpha);
    }

    /** The successes of two variants among their lists of one day. */
    public record Day(long controlLists, long controlSuccesses, long lists, long successes) {}

    /**
     * A difference of two rates.
     *
     * @param difference of the variant's rate to that of the control
     * @param low the lower end of the interval, which holds at all looks together with the probability 1 - alpha
     * @param high its upper end
     * @param pValue always valid: the least alpha that would call this a difference, at most 1
     * @param controlRate the rate of the control
     */
    public record Result(double difference, double low, double high, double pValue, double controlRate) {

        /** Too few lists to tell anything. */
        static final Result UNKNOWN = new Result(0, -1, 1, 1, 0);

        /** Whether there are enough lists to tell something. */
        public boolean isKnown() {
            return controlRate > 0;
        }

        /** Whether the interval is above 0, or below. */
        public boolean isDecided() {
            return low > 0 || high < 0;
        }
    }

    /** Compares a variant with the control. */
    public Result compare(List<Day> days) {
        long controlLists = days.stream().mapToLong(Day::controlLists).sum();
        long controlSuccesses = days.stream().mapToLong(Day::controlSuccesses).sum();
        long lists = days.stream().mapToLong(Day::lists).sum();
        long successes = days.stream().mapToLong(Day::successes).sum();
        if (Math.min(controlLists, lists) < LEAST_LISTS || controlSuccesses == 0) {
            return Result.UNKNOWN;
        }
        double controlVariance = bernoulliVariance(controlSuccesses, controlLists);
        double ownVariance = bernoulliVariance(successes, lists);
        double weights = 0;
        double sum = 0;
        double variance = 0;
        for (Day day : days) {
            if (day.controlLists() > 0 && day.lists() > 0) {
                double n = day.lists();
                double m = day.controlLists();
                double weight = n * m / (n + m);
                weights += weight;
                sum += weight * (day.successes() / n - day.controlSuccesses() / m);
                variance += weight * weight * (ownVariance / n + controlVariance / m);
            }
        }
        if (weights == 0) {
            return Result.UNKNOWN;
        }
        double pooled = (double) (controlSuccesses + successes) / (controlLists + lists);
        return result(
                sum / weights,
                variance / (weights * weights),
                USUAL_EFFECT * pooled,
                (double) controlSuccesses / controlLists);
    }

    /** Of one list, from a rate that one more success and one more failure keep off 0 and 1. */
    private static double bernoulliVariance(long successes, long lists) {
        double rate = (successes + 1.0) / (lists + 2.0);
        return rate * (1 - rate);
    }

    private Result result(double difference, double variance, double scale, double controlRate) {
        double both = variance + scale * scale;
        double logRatio =
                0.5 * Math.log(variance / both) + scale * scale * difference * difference / (2 * variance * both);
        double radius = radius(variance, scale);
        return new Result(
                difference, difference - radius, difference + radius, Math.min(1, Math.exp(-logRatio)), controlRate);
    }

    /** The greatest difference that is no alarm: where the likelihood ratio is 1 / alpha. */
    private double radius(double variance, double scale) {
        double both = variance + scale * scale;
        return Math.sqrt(2 * variance * both / (scale * scale) * (-Math.log(alpha) + 0.5 * Math.log(both / variance)));
    }

    /**
     * The lists of each variant after which a difference is expected to be found, if both get as many: where the
     * expected difference leaves the interval. Half of the experiments take longer.
     *
     * @param rate of the control, in (0, 1)
     * @param effect the relative difference, not 0: 0.1 is 10 % more
     */
    public long expectedLists(double rate, double effect) {
        double other = rate * (1 + effect);
        Require.that(rate > 0 && rate < 1, "rate must be in (0, 1)", rate);
        Require.that(effect != 0 && other >= 0 && other < 1, "effect must give another rate in [0, 1)", effect);
        double one = rate * (1 - rate) + other * (1 - other);
        double scale = USUAL_EFFECT * (rate + other) / 2;
        double low = 1;
        double high = 1e15;
        while (high - low > 0.5) {
            double middle = Math.sqrt(low * high); // the answer may have any magnitude
            if (radius(one / middle, scale) > Math.abs(other - rate)) {
                low = middle;
            } else {
                high = middle;
            }
            if (high / low < 1 + 1e-12) {
                break;
            }
        }
        return (long) Math.ceil(high);
    }
}
