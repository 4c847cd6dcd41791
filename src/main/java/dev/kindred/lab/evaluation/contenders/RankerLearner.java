package dev.kindred.lab.evaluation.contenders;

import dev.kindred.math.Decay;
import dev.kindred.ranking.LinearRanker;
import dev.kindred.ranking.Ranker;
import dev.kindred.ranking.RankingStatistics;
import java.util.function.Consumer;

/** Statistics of a ranker, and a model of them that is renewed from time to time. Not thread safe. */
final class RankerLearner {

    private static final int RENEWAL = 100; // lists

    private final RankingStatistics statistics;
    private Ranker ranker;
    private int learned;

    RankerLearner(Decay decay) {
        this.statistics = new RankingStatistics(decay);
        this.ranker = new LinearRanker(statistics);
    }

    void learn(Consumer<RankingStatistics> list) {
        list.accept(statistics);
        if (++learned % RENEWAL == 0) {
            ranker = new LinearRanker(statistics);
        }
    }

    Ranker ranker() {
        return ranker;
    }
}
