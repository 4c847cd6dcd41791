package dev.kindred.lab.evaluation.contenders;

import dev.kindred.catalog.Catalog;
import dev.kindred.content.TermIndex;
import dev.kindred.expression.ItemFilter;
import dev.kindred.matrix.MatrixView;
import dev.kindred.model.Interaction;
import dev.kindred.model.Item;
import dev.kindred.model.RecommendedItem;
import dev.kindred.model.Strategy;
import dev.kindred.model.UserKey;
import dev.kindred.recommend.ModelSettings;
import dev.kindred.recommend.RecommendationContext;
import dev.kindred.recommend.Recommender;
import dev.kindred.recommend.ShopView;
import dev.kindred.scenario.DiversitySettings;
import dev.kindred.scenario.Scenario;
import dev.kindred.similarity.NeighborSearch;
import dev.kindred.similarity.Neighbors;
import dev.kindred.similarity.SimilarItemsCache;
import java.util.List;
import java.util.Set;

/** The product: vectors, matrix, neighbors and the lists of a scenario, with the classes of the stream. */
final class Product implements Contender {

    private static final int NO_REASONS = 0;

    private final Scenario scenario;
    private final Model model;
    private final NeighborSearch search;
    private final Catalog catalog;
    private final TermIndex terms;
    private final Recommender recommender;

    private Product(Scenario scenario, ContenderSettings settings) {
        ModelSettings model = settings.model();
        this.scenario = scenario;
        this.model = new Model(model);
        this.search = new NeighborSearch(model.similarity());
        this.catalog = new Catalog(this.model.items());
        this.terms = new TermIndex(model.content(), settings.tokenizer(), this.model.items());
        boolean asksContent = scenario.weight(Strategy.CONTENT_BASED) > 0;
        for (Item item : settings.items()) {
            catalog.put(item);
            if (asksContent) {
                terms.put(this.model.items().numberOf(item.itemId()), item);
            }
        }
        this.recommender = new Recommender(model, new SimilarItemsCache(model.similarItems()), this.model.items());
    }

    /** The default list: user-based, filled up with popular items. */
    static Product userBased(ContenderSettings settings) {
        return new Product(settings.model().recommend().defaultScenario(), settings);
    }

    /** The blend of the settings, without a filter, boosts, diversity or minimum support. No fallback fills it up. */
    static Product blended(ContenderSettings settings) {
        Scenario blend = new Scenario(
                "evaluation",
                settings.model().recommend().size(),
                settings.weights(),
                ItemFilter.everything(),
                settings.model().recommend().excludes(),
                List.of(),
                DiversitySettings.NONE,
                0,
                false,
                false);
        return new Product(blend, settings);
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
        Neighbors neighbors = scenario.isUserBasedAlone()
                ? neighbors(UserKey.of(userId), user, shop.matrix())
                : search.search(UserKey.of(userId), user.vector(), shop.matrix());
        RecommendationContext context =
                new RecommendationContext(user.vector(), user.currentItem(), neighbors, Set.of(), asOfMs, asOfMs);
        return recommender.recommend(scenario, context, shop, NO_REASONS).stream()
                .map(RecommendedItem::itemId)
                .toList();
    }

    /** Decides between updating and searching as the stream does. A request always searches. */
    private Neighbors neighbors(long userKey, UserState user, MatrixView view) {
        return user.takeChange()
                .filter(change -> search.favorsUpdate(user.vector(), view))
                .map(change -> search.update(userKey, user.vector(), change, user.row(), view))
                .orElseGet(() -> search.search(userKey, user.vector(), view));
    }
}
