package dev.kindred.lab.evaluation.metrics;

/**
 * The fraction of the right items that the list has: {@code hits / relevant}. It stays below 1 if more than k items are
 * right.
 *
 * <p>Source: Manning et al., <em>Introduction to Information Retrieval</em>, ch. 8.
 */
public final class Recall implements RankingMetric {

    @Override
    public String name() {
        return "recall";
    }

    @Override
    public double of(Hits hits) {
        return (double) hits.ranks().size() / hits.relevant();
    }
}
