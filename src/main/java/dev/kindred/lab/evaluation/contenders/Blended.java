package dev.kindred.lab.evaluation.contenders;

import dev.kindred.catalog.Catalog;
import dev.kindred.content.TermIndex;
import dev.kindred.expression.ItemFilter;
import dev.kindred.model.Interaction;
import dev.kindred.model.Item;
import dev.kindred.model.RecommendedItem;
import dev.kindred.model.UserKey;
import dev.kindred.recommend.Exclusion;
import dev.kindred.recommend.Occasion;
import dev.kindred.recommend.RecommendSettings;
import dev.kindred.recommend.ScenarioRecommender;
import dev.kindred.recommend.ShopView;
import dev.kindred.recommend.StrategySettings;
import dev.kindred.scenario.DiversitySettings;
import dev.kindred.scenario.Excludes;
import dev.kindred.scenario.Scenario;
import dev.kindred.similarity.NeighborSearch;
import dev.kindred.similarity.Neighbors;
import dev.kindred.similarity.SimilarItemsCache;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * All strategies in one list, by the product's {@link ScenarioRecommender}: the list of a scenario that has weights and
 * excludes, and no filter, boosts, diversity or minimum support. Nothing fills it up that has no weight.
 */
final class Blended implements Contender {

    private static final int NO_REASONS = 0;

    private final Scenario scenario;
    private final Model model;
    private final NeighborSearch search;
    private final Catalog catalog;
    private final TermIndex terms;
    private final ScenarioRecommender recommender;

    Blended(ModelSettings settings) {
        scenario = scenario(settings);
        model = new Model(settings);
        search = new NeighborSearch(settings.similarity());
        catalog = new Catalog(model.items());
        ContentModel content = settings.content();
        terms = new TermIndex(content.settings(), content.tokenizer(), model.items());
        for (Item item : content.items()) {
            catalog.put(item);
            terms.put(model.items().numberOf(item.itemId()), item);
        }
        recommender = new ScenarioRecommender(
                new StrategySettings(
                        settings.recommend(),
                        settings.similarity(),
                        settings.similarItems(),
                        content.settings(),
                        settings.recent()),
                new SimilarItemsCache(settings.similarItems()),
                model.items());
    }

    private static Scenario scenario(ModelSettings settings) {
        RecommendSettings rules = settings.recommend();
        return new Scenario(
                "evaluation",
                rules.size(),
                settings.weights(),
                ItemFilter.everything(),
                excludes(rules.exclusions()),
                List.of(),
                DiversitySettings.NONE,
                0,
                false);
    }

    private static Excludes excludes(Set<Exclusion> exclusions) {
        Duration purchasedWithin = exclusions.contains(Exclusion.PURCHASED) ? Excludes.EVER : Excludes.NEVER;
        return new Excludes(
                exclusions.contains(Exclusion.CURRENT),
                exclusions.contains(Exclusion.SEEN),
                exclusions.contains(Exclusion.DISLIKED),
                purchasedWithin);
    }

    @Override
    public void learn(Interaction event) {
        model.learn(event);
    }

    @Override
    public void observe(Interaction event) {
        model.observe(event);
    }

    @Override
    public List<String> recommend(String userId, long asOfMs) {
        UserState user = model.user(userId);
        ShopView shop = new ShopView(model.view(), terms.view(), catalog);
        Neighbors neighbors = search.search(UserKey.of(userId), user.vector(), shop.matrix());
        Occasion occasion = new Occasion(user.vector(), user.currentItem(), neighbors, Set.of(), asOfMs);
        return recommender.recommend(scenario, occasion, shop, NO_REASONS).stream()
                .map(RecommendedItem::itemId)
                .toList();
    }
}
