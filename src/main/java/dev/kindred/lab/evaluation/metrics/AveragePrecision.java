package dev.kindred.lab.evaluation.metrics;

/**
 * The precision at the rank of each right item, {@code Σ_j j / rank_j} over the hits, divided by the number of right items
 * that a list can have, {@code min(relevant, k)}. The mean is the MAP.
 *
 * <p>Source: Manning et al., <em>Introduction to Information Retrieval</em>, ch. 8, cut at k.
 */
public final class AveragePrecision implements RankingMetric {

    @Override
    public String name() {
        return "map";
    }

    @Override
    public double of(Hits hits) {
        double sum = 0;
        for (int hit = 0; hit < hits.ranks().size(); hit++) {
            sum += (hit + 1.0) / hits.ranks().get(hit);
        }
        return sum / Math.min(hits.relevant(), hits.k());
    }
}
