package dev.kindred.lab.evaluation.metrics;

/**
 * The part of the k places that right items take: {@code hits / k}, for a shorter list too.
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
