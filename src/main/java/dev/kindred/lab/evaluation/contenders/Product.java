package dev.kindred.lab.evaluation.contenders;

import dev.kindred.blend.WeightLearner;
import dev.kindred.expression.ItemFilter;
import dev.kindred.model.Interaction;
import dev.kindred.model.RecommendedItem;
import dev.kindred.model.Strategy;
import dev.kindred.offline.OfflineShop;
import dev.kindred.ranking.Ranker;
import dev.kindred.recommend.LearningSettings;
import dev.kindred.recommend.RecommendationContext;
import dev.kindred.scenario.DefaultWeights;
import dev.kindred.scenario.DiversitySettings;
import dev.kindred.scenario.Scenario;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The product: vectors, matrix, neighbors and the lists of a scenario, with the classes of the stream. */
final class Product implements Contender {

    private static final int NO_REASONS = 0;
    private static final int HISTORY = 500; // events between two points of the history
    private static final LearningSettings LEARNING =
            new LearningSettings(true, 20, Duration.ofDays(30), Duration.ZERO, 1);

    private final Scenario scenario;
    private final OfflineShop shop;
    private final Optional<WeightLearner> weights; // where the scenario has none of its own
    private final Optional<RankerLearner> learner;
    private final Ranker ranker; // where none is learned
    private final List<WeightHistory.Point> history = new ArrayList<>(); // of learned weights
    private long events; // learned

    private Product(Scenario scenario, ContenderSettings settings) {
        this(scenario, Optional.empty(), Optional.empty(), Ranker.NONE, settings);
    }

    private Product(
            Scenario scenario,
            Optional<WeightLearner> weights,
            Optional<RankerLearner> learner,
            Ranker ranker,
            ContenderSettings settings) {
        this.weights = weights;
        this.learner = learner;
        this.ranker = ranker;
        this.scenario = scenario;
        this.shop = new OfflineShop(scenario, settings.model(), settings.tokenizer(), settings.items());
    }

    /** The default list: user-based, filled up with popular items. */
    static Product userBased(ContenderSettings settings) {
        return new Product(settings.model().recommend().defaultScenario(), settings);
    }

    /** The blend of the settings, without a filter, boosts, diversity or minimum support. No fallback fills it up. */
    static Product blended(ContenderSettings settings) {
        return settings.weights().isEmpty()
                ? learned(settings)
                : new Product(
                        scenario(settings.weights(), false, settings),
                        Optional.empty(),
                        Optional.empty(),
                        settings.ranker(),
                        settings);
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
        WeightLearner weights = new WeightLearner(initial, strategies, LEARNING.decay());
        return new Product(
                scenario(weights.everyStrategy(), false, settings),
                Optional.of(weights),
                Optional.empty(),
                Ranker.NONE,
                settings);
    }

    /** The blend, put into another order by a model that learns from every twentieth event. */
    static Product ranked(ContenderSettings settings) {
        return new Product(
                scenario(settings.weights().isEmpty() ? DefaultWeights.BLEND : settings.weights(), false, settings),
                Optional.empty(),
                Optional.of(new RankerLearner(LEARNING.decay())),
                Ranker.NONE,
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
        if (weights.isPresent() || learner.isPresent()) {
            learnFromLists(event);
        }
        shop.model().learn(event);
        if (++events % HISTORY == 0) {
            weights.ifPresent(of -> history.add(WeightHistory.Point.of(events, of)));
        }
    }

    @Override
    public void observe(Interaction event) {
        shop.model().observe(event);
    }

    @Override
    public List<String> recommend(String userId, long asOfMs) {
        RecommendationContext context =
                scenario.isUserBasedAlone() ? shop.contextAfterEvent(userId, asOfMs) : shop.context(userId, asOfMs);
        Scenario weighed = weights.map(
                        of -> scenario.weighing(of.weights(context.vector().size())))
                .orElse(scenario);
        Ranker order = learner.map(RankerLearner::ranker).orElse(ranker);
        return shop.recommender().rank(weighed, context, shop.view(), NO_REASONS, order).toItems().stream()
                .map(RecommendedItem::itemId)
                .toList();
    }

    private void learnFromLists(Interaction event) {
        if (LEARNING.includes(event) && shop.hasList(event)) {
            weights.ifPresent(to -> shop.recommender()
                    .learn(
                            to,
                            scenario,
                            shop.context(event.userId(), event.timestampMs()),
                            shop.view(),
                            shop.model().items().numberOf(event.itemId())));
            learner.ifPresent(to -> to.learn(statistics -> shop.learnOrder(statistics, event)));
        }
    }

    @Override
    public WeightHistory learnedWeights() {
        return weights.map(learner -> {
                    List<WeightHistory.Point> all = new ArrayList<>(history);
                    all.add(WeightHistory.Point.of(events, learner));
                    return new WeightHistory(all);
                })
                .orElse(WeightHistory.NONE);
    }
}
