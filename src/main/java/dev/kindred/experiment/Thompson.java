package dev.kindred.experiment;

import dev.kindred.model.Require;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * Thompson sampling as shares: each variant gets the probability that its rate is the greatest, by the posteriors. One
 * draw for every list would give the same shares, but would change a user's variant from list to list, and could not
 * be repeated on another instance.
 *
 * <p>The posterior of a rate is Beta(1 + successes, 1 + failures), from a uniform prior. Sources: Thompson, Biometrika
 * 25, 1933; Scott, <em>A modern Bayesian look at the multi-armed bandit</em>, 2010.
 */
final class Thompson {

    private static final int POINTS = 400;
    private static final double DEVIATIONS = 8; // beyond these, a posterior has no weight
    private static final double SMALLEST_STEP = 10_000;

    private Thompson() {}

    /**
     * Shares, to four digits, so that rounding errors of platforms make no difference.
     *
     * @param minimum the least share of a variant, at most 1 / number of variants
     */
    static double[] shares(List<BetaDistribution> posteriors, double minimum) {
        int variants = posteriors.size();
        Require.that(minimum >= 0 && minimum * variants <= 1, "minimum must be at most 1 / variants", minimum);
        double[] best = IntStream.range(0, variants)
                .mapToDouble(variant -> bestProbability(variant, posteriors))
                .toArray();
        double sum = 0;
        for (double probability : best) {
            sum += probability;
        }
        for (int variant = 0; variant < variants; variant++) {
            double share = minimum + (1 - variants * minimum) * best[variant] / sum;
            best[variant] = Math.rint(share * SMALLEST_STEP) / SMALLEST_STEP;
        }
        return best;
    }

    /** The posterior of a rate from decayed counts. */
    static BetaDistribution posterior(double successes, double trials) {
        return BetaDistribution.of(1 + successes, 1 + Math.max(0, trials - successes));
    }

    /** The integral of the variant's density times the distribution functions of the others, by the midpoint rule. */
    private static double bestProbability(int variant, List<BetaDistribution> posteriors) {
        BetaDistribution own = posteriors.get(variant);
        double spread = DEVIATIONS * Math.sqrt(own.getVariance());
        double from = Math.max(0, own.getMean() - spread);
        double step = (Math.min(1, own.getMean() + spread) - from) / POINTS;
        double total = 0;
        double best = 0;
        for (int point = 0; point < POINTS; point++) {
            double rate = from + (point + 0.5) * step;
            double density = own.density(rate);
            total += density;
            best += density * allBelow(rate, variant, posteriors);
        }
        return best / total;
    }

    private static double allBelow(double rate, int except, List<BetaDistribution> posteriors) {
        double all = 1;
        for (int other = 0; other < posteriors.size(); other++) {
            all *= other == except ? 1 : posteriors.get(other).cumulativeProbability(rate);
        }
        return all;
    }
}
