package dev.kindred.lab.evaluation.metrics;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * A score of one list by the ranks of its right items. A run reports the mean over its lists.
 *
 * @param name the short name in reports, such as {@code mrr}
 * @param formula the value for one list, in [0, 1]; 0 for a list without hits
 */
public record RankingMetric(String name, ToDoubleFunction<Hits> formula) {

    /**
     * Whether a list has any right item: 1 or 0. The mean is the hit rate.
     *
     * <p>Source: Deshpande and Karypis, <em>Item-Based Top-N Recommendation Algorithms</em>, ACM TOIS 22 (2004).
     */
    public static final RankingMetric HIT_RATE = new RankingMetric("hr", hits -> hits.isEmpty() ? 0 : 1);

    /**
     * {@code 1 / rank} of the first right item; 0 without one. The mean is the MRR.
     *
     * <p>Source: Voorhees, <em>The TREC-8 Question Answering Track Report</em> (1999).
     */
    public static final RankingMetric RECIPROCAL_RANK = new RankingMetric(
            "mrr", hits -> hits.isEmpty() ? 0 : 1.0 / hits.ranks().get(0));

    /**
     * Normalized discounted cumulative gain with binary gains: {@code Σ 1 / log2(rank + 1)} over the right items of the list,
     * divided by the same sum for the ideal list, which starts with all right items, at most k.
     *
     * <p>Source: Järvelin and Kekäläinen, <em>Cumulated Gain-Based Evaluation of IR Techniques</em>, ACM TOIS 20 (2002), with
     * the discount {@code log2(rank + 1)} of Burges et al., ICML 2005.
     */
    public static final RankingMetric NDCG = new RankingMetric("ndcg", RankingMetric::gain);

    /**
     * The fraction of the right items that the list has: {@code hits / relevant}. It stays below 1 if more than k items are
     * right.
     *
     * <p>Source: Manning et al., <em>Introduction to Information Retrieval</em>, ch. 8.
     */
    public static final RankingMetric RECALL =
            new RankingMetric("recall", hits -> (double) hits.ranks().size() / hits.relevant());

    /** The fraction of the k places with a right item: {@code hits / k}, also for a shorter list. Source as of recall. */
    public static final RankingMetric PRECISION =
            new RankingMetric("precision", hits -> (double) hits.ranks().size() / hits.k());

    /**
     * The precision at the rank of each right item, {@code Σ_j j / rank_j} over the hits, divided by the number of right items
     * that a list can have, {@code min(relevant, k)}. The mean is the MAP.
     *
     * <p>Source: Manning et al., <em>Introduction to Information Retrieval</em>, ch. 8, cut at k.
     */
    public static final RankingMetric AVERAGE_PRECISION = new RankingMetric("map", RankingMetric::averagePrecision);

    /** All metrics, in the order of reports; a new metric takes one line here. */
    public static final List<RankingMetric> ALL =
            List.of(HIT_RATE, RECIPROCAL_RANK, NDCG, RECALL, PRECISION, AVERAGE_PRECISION);

    /** The metric of one list, in [0, 1]. */
    public double of(Hits hits) {
        return formula.applyAsDouble(hits);
    }

    private static double gain(Hits hits) {
        return gain(hits.ranks().stream().mapToInt(rank -> rank))
                / gain(IntStream.rangeClosed(1, Math.min(hits.relevant(), hits.k())));
    }

    private static double gain(IntStream ranks) {
        return ranks.mapToDouble(rank -> Math.log(2) / Math.log(rank + 1.0)).sum();
    }

    private static double averagePrecision(Hits hits) {
        double sum = 0;
        for (int hit = 0; hit < hits.ranks().size(); hit++) {
            sum += (hit + 1.0) / hits.ranks().get(hit);
        }
        return sum / Math.min(hits.relevant(), hits.k());
    }
}
