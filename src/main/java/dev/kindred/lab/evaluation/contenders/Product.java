package dev.kindred.lab.evaluation.contenders;

import dev.kindred.blend.WeightLearner;
import dev.kindred.catalog.Catalog;
import dev.kindred.content.TermIndex;
import dev.kindred.expression.ItemFilter;
import dev.kindred.math.Decay;
import dev.kindred.matrix.MatrixView;
import dev.kindred.model.Interaction;
import dev.kindred.model.Item;
import dev.kindred.model.RecommendedItem;
import dev.kindred.model.Strategy;
import dev.kindred.model.UserKey;
import dev.kindred.ranking.Ranker;
import dev.kindred.recommend.ModelSettings;
import dev.kindred.recommend.RecommendationContext;
import dev.kindred.recommend.Recommender;
import dev.kindred.recommend.ShopView;
import dev.kindred.scenario.DefaultWeights;
import dev.kindred.scenario.DiversitySettings;
import dev.kindred.scenario.Scenario;
import dev.kindred.similarity.NeighborSearch;
import dev.kindred.similarity.Neighbors;
import dev.kindred.similarity.SimilarItemsCache;
import it.unimi.dsi.fastutil.HashCommon;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The product: vectors, matrix, neighbors and the lists of a scenario, with the classes of the stream. */
final class Product implements Contender {

    private static final int NO_REASONS = 0;
    private static final int SAMPLE = 20; // weights learn from one event in so many
    private static final Decay LEARNING = Decay.ofHalfLife(Duration.ofDays(30));

    private final Scenario scenario;
    private final Model model;
    private final NeighborSearch search;
    private final Catalog catalog;
    private final TermIndex terms;
    private final Recommender recommender;
    private final Optional<WeightLearner> weights; // where the scenario has none of its own
    private final Optional<RankerLearner> ranker;

    private Product(Scenario scenario, ContenderSettings settings) {
        this(scenario, Optional.empty(), Optional.empty(), settings);
    }

    private Product(
            Scenario scenario,
            Optional<WeightLearner> weights,
            Optional<RankerLearner> ranker,
            ContenderSettings settings) {
        this.weights = weights;
        this.ranker = ranker;
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
        return settings.weights().isEmpty() ? learned(settings) : weighted(settings.weights(), false, settings);
    }

    /** A blend that begins with the default weights, and learns better ones from every twentieth event. */
    private static Product learned(ContenderSettings settings) {
        List<Strategy> strategies =
                new ArrayList<>(List.of(Strategy.USER_BASED, Strategy.SEQUENCE_BASED, Strategy.ITEM_BASED));
        if (!settings.items().isEmpty()) {
            strategies.add(Strategy.CONTENT_BASED);
        }
        Map<Strategy, Double> initial = new EnumMap<>(DefaultWeights.BLEND);
        initial.keySet()
                .removeIf(strategy ->
                        strategy == Strategy.CONTENT_BASED && settings.items().isEmpty());
        WeightLearner weights = new WeightLearner(initial, strategies, LEARNING);
        return new Product(
                scenario(weights.everyStrategy(), false, settings), Optional.of(weights), Optional.empty(), settings);
    }

    /** The blend, put into another order by a model that learns from every twentieth event. */
    static Product ranked(ContenderSettings settings) {
        return new Product(
                scenario(settings.weights().isEmpty() ? DefaultWeights.BLEND : settings.weights(), false, settings),
                Optional.empty(),
                Optional.of(new RankerLearner(LEARNING)),
                settings);
    }

    /** One strategy, filled up with popular items. */
    static Product alone(Strategy strategy, ContenderSettings settings) {
        return weighted(Map.of(strategy, 1.0), true, settings);
    }

    private static Product weighted(Map<Strategy, Double> weights, boolean filledUp, ContenderSettings settings) {
        return new Product(scenario(weights, filledUp, settings), settings);
    }

    private static Scenario scenario(Map<Strategy, Double> weights, boolean filledUp, ContenderSettings settings) {
        return new Scenario(
                "evaluation",
                settings.model().recommend().size(),
                weights,
                ItemFilter.everything(),
                settings.model().recommend().excludes(),
                List.of(),
                DiversitySettings.NONE,
                0,
                false,
                filledUp);
    }

    @Override
    public void learn(Interaction event) {
        if (weights.isPresent() || ranker.isPresent()) {
            learnFromLists(event);
        }
        model.learn(event);
    }

    @Override
    public void observe(Interaction event) {
        model.observe(event);
    }

    @Override
    public List<String> recommend(String userId, long asOfMs) {
        UserState user = model.user(userId);
        ShopView shop = shop();
        Neighbors neighbors = scenario.isUserBasedAlone()
                ? neighbors(UserKey.of(userId), user, shop.matrix())
                : search.search(UserKey.of(userId), user.vector(), shop.matrix());
        Scenario weighed = weights.map(learner ->
                        scenario.weighing(learner.weights(user.vector().size())))
                .orElse(scenario);
        Ranker order = ranker.map(RankerLearner::ranker).orElse(Ranker.NONE);
        return recommender.rank(weighed, context(user, neighbors, asOfMs), shop, NO_REASONS, order).toItems().stream()
                .map(RecommendedItem::itemId)
                .toList();
    }

    /** A user's first event has no list before it. */
    private void learnFromLists(Interaction event) {
        UserState user = model.user(event.userId());
        if (isSampled(event) && user.vector().size() > 0) {
            ShopView shop = shop();
            Neighbors neighbors = search.search(UserKey.of(event.userId()), user.vector(), shop.matrix());
            int item = model.items().numberOf(event.itemId());
            RecommendationContext context = context(user, neighbors, event.timestampMs());
            weights.ifPresent(learner -> recommender.learn(learner, scenario, context, shop, item));
            ranker.ifPresent(learner ->
                    learner.learn(statistics -> recommender.learn(statistics, scenario, context, shop, item)));
        }
    }

    /** The sample depends on nothing but the event. */
    private static boolean isSampled(Interaction event) {
        int hash =
                31 * (31 * event.userId().hashCode() + event.itemId().hashCode()) + Long.hashCode(event.timestampMs());
        return Math.floorMod(HashCommon.mix(hash), SAMPLE) == 0;
    }

    private ShopView shop() {
        return new ShopView(model.view(), terms.view(), catalog);
    }

    private static RecommendationContext context(UserState user, Neighbors neighbors, long asOfMs) {
        return new RecommendationContext(user.vector(), user.currentItem(), neighbors, Set.of(), asOfMs, asOfMs);
    }

    @Override
    public Map<String, Map<Strategy, Double>> learnedWeights() {
        Map<String, Map<Strategy, Double>> byItems = new LinkedHashMap<>();
        weights.ifPresent(learner -> {
            for (int items : WeightLearner.contexts()) {
                byItems.put("from " + items + " items on", learner.weights(items));
            }
        });
        return byItems;
    }

    /** Decides between updating and searching as the stream does. A request always searches. */
    private Neighbors neighbors(long userKey, UserState user, MatrixView view) {
        return user.takeChange()
                .filter(change -> search.favorsUpdate(user.vector(), view))
                .map(change -> search.update(userKey, user.vector(), change, user.row(), view))
                .orElseGet(() -> search.search(userKey, user.vector(), view));
    }
}
