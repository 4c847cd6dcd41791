package dev.kindred.recommend;

import dev.kindred.model.ItemDictionary;
import dev.kindred.similarity.SimilarItemsCache;

/**
 * What makes the lists of one refresh: the user-based one, and those of scenarios. They share what neighbors say, which is
 * computed once for all of them. Not thread safe: one per thread.
 */
public final class RefreshRecommenders {

    private final Recommender userBased;
    private final ScenarioRecommender scenarios;

    /**
     * Recommenders for one thread.
     *
     * @param cache of similar items, which may be shared by many threads
     */
    public RefreshRecommenders(StrategySettings settings, SimilarItemsCache cache, ItemDictionary dictionary) {
        UserBasedScores scores = new UserBasedScores(settings.userBased());
        this.userBased = new Recommender(settings.userBased(), dictionary, scores);
        this.scenarios = new ScenarioRecommender(settings, cache, dictionary, scores);
    }

    public Recommender userBased() {
        return userBased;
    }

    public ScenarioRecommender scenarios() {
        return scenarios;
    }
}
