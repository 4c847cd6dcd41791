package dev.kindred.lab.evaluation.metrics;

/**
 * {@code 1 / rank} of the first right item; 0 without one. The mean is the MRR.
 *
 * <p>Source: Voorhees, <em>The TREC-8 Question Answering Track Report</em> (1999).
 */
public final class ReciprocalRank implements RankingMetric {

    @Override
    public String name() {
        return "mrr";
    }

    @Override
    public double of(Hits hits) {
        return hits.isEmpty() ? 0 : 1.0 / hits.ranks().get(0);
    }
}
