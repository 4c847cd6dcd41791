package dev.kindred.lab.evaluation.metrics;

import java.util.List;

/** How well one list hits the right items. A run is told by the mean over its lists. */
public interface RankingMetric {

    /** All metrics, in the order in which they are reported: a new one takes one line here. */
    List<RankingMetric> ALL = List.of(
            new HitRate(), new ReciprocalRank(), new Ndcg(), new Recall(), new Precision(), new AveragePrecision());

    /** The short name in reports, such as {@code mrr}. */
    String name();

    /** The value for one list, in [0, 1]; 0 for a list without hits. */
    double of(Hits hits);
}
