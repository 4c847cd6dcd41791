package dev.kindred.lab.evaluation.metrics;

import java.util.List;

/** A score of one list by the ranks of its right items. A run reports the mean over its lists. */
public interface RankingMetric {

    /** All metrics, in the order of reports; a new metric takes one line here. */
    List<RankingMetric> ALL = List.of(
            new HitRate(), new ReciprocalRank(), new Ndcg(), new Recall(), new Precision(), new AveragePrecision());

    /** The short name in reports, such as {@code mrr}. */
    String name();

    /** The value for one list, in [0, 1]; 0 for a list without hits. */
    double of(Hits hits);
}
