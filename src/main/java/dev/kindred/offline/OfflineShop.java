package dev.kindred.offline;

import dev.kindred.catalog.Catalog;
import dev.kindred.content.TermIndex;
import dev.kindred.content.Tokenizer;
import dev.kindred.matrix.MatrixView;
import dev.kindred.model.Interaction;
import dev.kindred.model.Item;
import dev.kindred.model.Strategy;
import dev.kindred.model.UserKey;
import dev.kindred.ranking.RankingExamples;
import dev.kindred.recommend.ModelSettings;
import dev.kindred.recommend.RecommendationContext;
import dev.kindred.recommend.Recommender;
import dev.kindred.recommend.ShopView;
import dev.kindred.scenario.Scenario;
import dev.kindred.similarity.NeighborSearch;
import dev.kindred.similarity.Neighbors;
import dev.kindred.similarity.SimilarItemsCache;
import java.util.List;
import java.util.Set;

/**
 * Vectors, matrix, catalog and the lists of one scenario, with the classes of the stream. The whole catalog is known from the
 * beginning. Not thread safe.
 */
public final class OfflineShop {

    private final Scenario scenario;
    private final Model model;
    private final NeighborSearch search;
    private final Catalog catalog;
    private final TermIndex terms;
    private final Recommender recommender;

    /** A shop without events. */
    public OfflineShop(Scenario scenario, ModelSettings settings, Tokenizer tokenizer, List<Item> items) {
        this.scenario = scenario;
        this.model = new Model(settings);
        this.search = new NeighborSearch(settings.similarity());
        this.catalog = new Catalog(model.items());
        this.terms = new TermIndex(settings.content(), tokenizer, model.items());
        boolean asksContent = scenario.weight(Strategy.CONTENT_BASED) > 0;
        for (Item item : items) {
            catalog.put(item);
            if (asksContent) {
                terms.put(model.items().numberOf(item.itemId()), item);
            }
        }
        this.recommender = new Recommender(settings, new SimilarItemsCache(settings.similarItems()), model.items());
    }

    /** Vectors and matrix, which learn events. */
    public Model model() {
        return model;
    }

    public Recommender recommender() {
        return recommender;
    }

    /** The model as of now. */
    public ShopView view() {
        return new ShopView(model.view(), terms.view(), catalog);
    }

    /** The user as of a time, with neighbors that are searched anew. */
    public RecommendationContext context(String userId, long asOfMs) {
        return context(model.user(userId), search(userId, model.view()), asOfMs);
    }

    private Neighbors search(String userId, MatrixView view) {
        return search.search(UserKey.of(userId), model.user(userId).vector(), view);
    }

    private static RecommendationContext context(UserState user, Neighbors neighbors, long asOfMs) {
        return new RecommendationContext(user.vector(), user.currentItem(), neighbors, Set.of(), asOfMs, asOfMs);
    }

    /** The same with neighbors that are updated or searched, as the stream decides after an event. A request always searches. */
    public RecommendationContext contextAfterEvent(String userId, long asOfMs) {
        UserState user = model.user(userId);
        MatrixView view = model.view();
        Neighbors neighbors = user.takeChange()
                .filter(change -> search.favorsUpdate(user.vector(), view))
                .map(change -> search.update(UserKey.of(userId), user.vector(), change, user.row(), view))
                .orElseGet(() -> search(userId, view));
        return context(user, neighbors, asOfMs);
    }

    /**
     * Lets a ranker learn from an event, before the model does.
     *
     * @param event of a user who {@linkplain #hasList has a list}
     */
    public void learnOrder(RankingExamples examples, Interaction event) {
        recommender.learn(
                examples,
                scenario,
                context(event.userId(), event.timestampMs()),
                view(),
                model.items().numberOf(event.itemId()));
    }

    /** The candidates of a list for a user as of a time, as a ranker gets them. */
    public Recommender.Candidates candidates(String userId, long asOfMs) {
        return recommender.candidates(scenario, context(userId, asOfMs), view());
    }

    /** Whether there was a list for the user before an event, because of an earlier one. */
    public boolean hasList(Interaction event) {
        return model.user(event.userId()).vector().size() > 0;
    }
}
