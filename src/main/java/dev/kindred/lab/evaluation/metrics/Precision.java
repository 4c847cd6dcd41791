package dev.kindred.lab.evaluation.metrics;

/**
 * The fraction of the k places with a right item: {@code hits / k}, also for a shorter list.
 *
 * <p>Source: Manning et al., <em>Introduction to Information Retrieval</em>, ch. 8.
 */
public final class Precision implements RankingMetric {

    @Override
    public String name() {
        return "precision";
    }

    @Override
    public double of(Hits hits) {
        return (double) hits.ranks().size() / hits.k();
    }
}
