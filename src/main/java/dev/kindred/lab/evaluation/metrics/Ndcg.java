package dev.kindred.lab.evaluation.metrics;

import java.util.stream.IntStream;

/**
 * Normalized discounted cumulative gain with binary gains: {@code Σ 1 / log2(rank + 1)} over the right items of the list,
 * divided by the same sum for the ideal list, which starts with all right items, at most k.
 *
 * <p>Source: Järvelin and Kekäläinen, <em>Cumulated Gain-Based Evaluation of IR Techniques</em>, ACM TOIS 20 (2002), with
 * the discount {@code log2(rank + 1)} of Burges et al., ICML 2005.
 */
public final class Ndcg implements RankingMetric {

    @Override
    public String name() {
        return "ndcg";
    }

    @Override
    public double of(Hits hits) {
        double gain = hits.ranks().stream().mapToDouble(Ndcg::gainAt).sum();
        return gain / idealGain(Math.min(hits.relevant(), hits.k()));
    }

    private static double idealGain(int rightItems) {
        return IntStream.rangeClosed(1, rightItems).mapToDouble(Ndcg::gainAt).sum();
    }

    private static double gainAt(int rank) {
        return Math.log(2) / Math.log(rank + 1.0);
    }
}
