package dev.kindred.testing;

import dev.kindred.blend.WeightLearner;
import dev.kindred.catalog.Catalog;
import dev.kindred.content.TermIndex;
import dev.kindred.math.PeriodSums;
import dev.kindred.model.Interaction;
import dev.kindred.model.ItemDictionary;
import dev.kindred.model.UserKey;
import dev.kindred.ranking.RankingStatistics;
import dev.kindred.recommend.LearningSettings;
import dev.kindred.recommend.ModelSettings;
import dev.kindred.recommend.RecommendationContext;
import dev.kindred.recommend.Recommender;
import dev.kindred.recommend.ShopView;
import dev.kindred.scenario.Scenario;
import dev.kindred.similarity.NeighborSearch;
import dev.kindred.similarity.Neighbors;
import dev.kindred.similarity.SimilarItemsCache;
import dev.kindred.vector.UserVector;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;

/** The lessons of a list from all events of a log, read once by one thread, where the catalog is empty. */
public final class Batch {

    private Batch() {}

    /** The sums of a list, by period. */
    public static Map<Long, List<Long>> sums(
            ModelSettings model, LearningSettings learning, Scenario list, Collection<Interaction> events) {
        Shop shop = new Shop(model.vector(), model.matrix());
        Recommender recommender = new Recommender(model, new SimilarItemsCache(model.similarItems()), shop.items());
        NeighborSearch search = new NeighborSearch(model.similarity());
        RankingStatistics ranker = new RankingStatistics(learning.decay());
        WeightLearner weights = learning.weightLearner();
        TermIndex noTerms = new TermIndex(model.content(), text -> List.of(), shop.items());
        for (Interaction event : events) {
            UserVector vector = shop.vector(event.userId());
            int item = shop.items().find(event.itemId());
            if (learning.includes(event) && vector.size() > 0 && item != ItemDictionary.NONE) {
                Neighbors neighbors = search.search(UserKey.of(event.userId()), vector, shop.view());
                RecommendationContext context = new RecommendationContext(
                        vector,
                        vector.lastTouchedItem(),
                        neighbors,
                        Set.of(),
                        event.timestampMs(),
                        event.timestampMs());
                ShopView view = new ShopView(shop.view(), noTerms.view(), new Catalog(shop.items()));
                recommender.learn(ranker, list, context, view, item);
                recommender.learn(weights, list, context, view, item);
            }
            shop.learn(event);
        }
        return texts(list.ranking().learnsWeights() ? weights.sums() : ranker.sums());
    }

    /** Sums that can be compared. */
    public static Map<Long, List<Long>> texts(PeriodSums sums) {
        Map<Long, List<Long>> byPeriod = new TreeMap<>();
        sums.byPeriod()
                .forEach((period, some) ->
                        byPeriod.put(period, LongStream.of(some).boxed().toList()));
        return byPeriod;
    }
}
