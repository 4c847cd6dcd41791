package dev.kindred.lab.evaluation.metrics;

/**
 * Whether a list has any right item: 1 or 0. The mean is the hit rate.
 *
 * <p>Source: Deshpande and Karypis, <em>Item-Based Top-N Recommendation Algorithms</em>, ACM TOIS 22 (2004).
 */
public final class HitRate implements RankingMetric {

    @Override
    public String name() {
        return "hr";
    }

    @Override
    public double of(Hits hits) {
        return hits.isEmpty() ? 0 : 1;
    }
}
