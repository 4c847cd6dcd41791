package dev.kindred.ranking;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/**
 * Ranks by a Bayesian linear model of the reward, {@code w = (λI + A)⁻¹ (λμ + b)}: the mean of the posterior of ridge regression, whose
 * prior mean μ is the blend's score. Sources: Li et al., <em>A Contextual-Bandit Approach to Personalized News Article Recommendation</em>
 * (2010); Agrawal and Goyal, <em>Thompson Sampling for Contextual Bandits with Linear Payoffs</em> (2013).
 *
 * <p>Without statistics it keeps the blend's order. It depends on the statistics alone. Immutable.
 */
public final class LinearRanker implements Ranker {

    private static final int N = Feature.COUNT;
    private static final double PRECISION = 100; // λ: the weight of the prior, in candidates
    private static final double PRIOR =
            0.1; // μ of the blend: about the reward of a candidate that all strategies put first

    private final double[] weights = new double[N];
    private final boolean isEmpty;
    private final double examples;

    /** The model that statistics give. */
    public LinearRanker(RankingStatistics statistics) {
        isEmpty = statistics.isEmpty();
        examples = statistics.examples();
        weights[Feature.BLEND.column()] = PRIOR;
        if (!isEmpty) {
            solve(statistics.decayed());
        }
    }

    /** By Cholesky, {@code λI + A = L Lᵀ}, which exists because λ is positive and A is a sum of squares. */
    private void solve(double[] sums) {
        double[][] lower = new double[N][N];
        int at = 0;
        for (int i = 0; i < N; i++) {
            for (int j = 0; j <= i; j++) {
                double value = sums[at++] + (i == j ? PRECISION : 0);
                for (int k = 0; k < j; k++) {
                    value -= lower[i][k] * lower[j][k];
                }
                lower[i][j] = i == j ? Math.sqrt(value) : value / lower[j][j];
            }
        }
        for (int i = 0; i < N; i++) {
            double value = PRECISION * weights[i] + sums[at + i];
            for (int k = 0; k < i; k++) {
                value -= lower[i][k] * weights[k];
            }
            weights[i] = value / lower[i][i];
        }
        for (int i = N - 1; i >= 0; i--) {
            for (int k = i + 1; k < N; k++) {
                weights[i] -= lower[k][i] * weights[k];
            }
            weights[i] /= lower[i][i];
        }
    }

    @Override
    public boolean score(FeatureMatrix candidates, double[] scores) {
        if (isEmpty) {
            return false;
        }
        float[] values = candidates.values();
        for (int row = 0; row < candidates.rows(); row++) {
            double score = 0;
            for (int i = 0; i < N; i++) {
                score += weights[i] * values[row * N + i];
            }
            scores[row] = score;
        }
        return true;
    }

    /** Why a candidate has its score: weight times feature for each feature that is not 0; they add up to the score. */
    public Map<Feature, Double> parts(FeatureMatrix candidates, int row) {
        Map<Feature, Double> parts = new EnumMap<>(Feature.class);
        for (Feature feature : Feature.values()) {
            double part = weights[feature.column()] * candidates.get(row, feature);
            if (part != 0) {
                parts.put(feature, part);
            }
        }
        return parts;
    }

    /** The decayed number of candidates that it has learned from. */
    public double examples() {
        return examples;
    }

    /** The weight of a feature. */
    public double weight(Feature feature) {
        return weights[feature.column()];
    }

    /** The weights, by column. */
    public double[] weights() {
        return Arrays.copyOf(weights, N);
    }
}
