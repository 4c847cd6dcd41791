package dev.kindred.experiment;

import dev.kindred.model.Require;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Checks that the variants have as many observations as their shares promise. A mismatch means that something else than
 * the variants differs, such as a client that loses the beacons of one of them; then no comparison is valid.
 *
 * <p>Pearson's chi-square test. Source: Fabijan et al., <em>Diagnosing sample ratio mismatch in online controlled
 * experiments</em>, KDD 2019.
 */
public final class SampleRatio {

    /** Below this p-value there is a mismatch. It is small, because the check is made every day. */
    public static final double ALARM = 0.0005;

    private SampleRatio() {}

    /**
     * The p-value; 1 without observations.
     *
     * @param observed of each variant
     * @param shares of each variant; observations of a variant with the share 0 give the p-value 0
     */
    public static double pValue(long[] observed, double[] shares) {
        Require.that(observed.length == shares.length, "shares must be as many as observed", shares.length);
        double all = 0;
        double wholes = 0;
        int positive = 0;
        for (int variant = 0; variant < observed.length; variant++) {
            all += observed[variant];
            wholes += shares[variant];
            positive += shares[variant] > 0 ? 1 : 0;
        }
        if (all == 0) {
            return 1;
        }
        double distance = 0;
        for (int variant = 0; variant < observed.length; variant++) {
            double expected = all * shares[variant] / wholes;
            if (expected > 0) {
                distance += (observed[variant] - expected) * (observed[variant] - expected) / expected;
            } else if (observed[variant] > 0) {
                return 0;
            }
        }
        return positive < 2 ? 1 : ChiSquaredDistribution.of(positive - 1).survivalProbability(distance);
    }
}
