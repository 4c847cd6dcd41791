package dev.kindred.lab.evaluation.tuning;

import dev.kindred.lab.evaluation.metrics.RankingMetric;

/**
 * How to look for settings.
 *
 * @param trials how many settings are tried, those that are configured among them; positive
 * @param seed of the choice of settings
 * @param metric the name of the metric to raise
 * @param k how many items of a list count, positive
 * @param limit the most predictions that one setting is tried with, positive
 */
public record TuningSettings(int trials, long seed, String metric, int k, long limit) {

    public TuningSettings {
        if (trials < 1) {
            throw new IllegalArgumentException("trials must be positive, got " + trials);
        }
        if (RankingMetric.ALL.stream().noneMatch(known -> known.name().equals(metric))) {
            throw new IllegalArgumentException("metric must be one of "
                    + RankingMetric.ALL.stream().map(RankingMetric::name).toList() + ", got " + metric);
        }
    }
}
