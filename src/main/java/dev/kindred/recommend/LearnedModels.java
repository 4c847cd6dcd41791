package dev.kindred.recommend;

import dev.kindred.blend.WeightLearner;
import dev.kindred.math.PeriodSums;
import dev.kindred.model.Strategy;
import dev.kindred.ranking.Feature;
import dev.kindred.ranking.LinearRanker;
import dev.kindred.ranking.Ranker;
import dev.kindred.ranking.RankingStatistics;
import dev.kindred.ranking.StatisticsKey;
import dev.kindred.ranking.StatisticsKey.Kind;
import dev.kindred.ranking.StatisticsRow;
import dev.kindred.scenario.DefaultWeights;
import dev.kindred.scenario.Scenario;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The models of lists that learn, from the sums of all tasks as an instance has read them. A model is computed when a list needs it,
 * and anew when sums have changed, at most once in an interval. Safe for many threads.
 *
 * <p>It is a function of the sums: whatever partitions, threads and instances there are, the same events give the same models.
 */
public final class LearnedModels {

    /** Knows nothing, and learns nothing. */
    public static final LearnedModels NONE = new LearnedModels(LearningSettings.OFF);

    private final LearningSettings settings;
    private final LongSupplier nanoTime;
    private final Map<String, StatisticsRow> rows = new ConcurrentHashMap<>(); // by key of the record
    private final AtomicLong changes = new AtomicLong();
    private final Map<String, Computed<LinearRanker>> rankers = new ConcurrentHashMap<>(); // by list
    private final Map<String, Computed<LearnedWeights>> weights = new ConcurrentHashMap<>(); // by list
    private final WeightLearner untaught;

    /**
     * Learned weights.
     *
     * @param byItems the weights by the least number of the user's items
     * @param events the decayed number of events that they were learned from
     */
    private record LearnedWeights(NavigableMap<Integer, Map<Strategy, Double>> byItems, double events) {}

    private record Computed<T>(long changes, long atNs, T model) {}

    /** Models without sums. */
    public LearnedModels(LearningSettings settings) {
        this(settings, System::nanoTime);
    }

    LearnedModels(LearningSettings settings, LongSupplier nanoTime) {
        this.settings = settings;
        this.nanoTime = nanoTime;
        this.untaught = settings.weightLearner();
    }

    /** Replaces the sums of a record. */
    public void put(String recordKey, StatisticsRow row) {
        rows.put(recordKey, row);
        changes.incrementAndGet();
    }

    /** Removes the sums of a record. */
    public void remove(String recordKey) {
        rows.remove(recordKey);
        changes.incrementAndGet();
    }

    /** The ranker of a scenario's list. Without sums it keeps the order of the blend. */
    public Ranker ranker(Scenario scenario) {
        return switch (scenario.ranking().ranker()) {
            case BLEND -> Ranker.NONE;
            case LEARNED -> linear(scenario);
            case ONNX -> scenario.ranking().ownRanker();
        };
    }

    /** The model of a list that has a learned ranker. */
    public LinearRanker linear(Scenario scenario) {
        return current(rankers, scenario.list(), () -> {
            RankingStatistics statistics = new RankingStatistics(settings.decay());
            addTo(statistics.sums(), settings.rankerKey(scenario));
            return new LinearRanker(statistics);
        });
    }

    /**
     * A scenario with the learned weights, if it learns them.
     *
     * @param items the number of the user's items
     */
    public Scenario weighed(Scenario scenario, int items) {
        return scenario.ranking().learnsWeights()
                ? scenario.weighing(weightsOf(scenario)
                        .byItems()
                        .floorEntry(Math.max(1, items))
                        .getValue())
                : scenario;
    }

    private LearnedWeights weightsOf(Scenario scenario) {
        return current(weights, scenario.list(), () -> {
            WeightLearner learner = untaught.anew();
            addTo(learner.sums(), settings.weightsKey(scenario, learner));
            NavigableMap<Integer, Map<Strategy, Double>> byItems = new TreeMap<>();
            for (int items : WeightLearner.contexts()) {
                byItems.put(items, bounded(learner.weights(items)));
            }
            return new LearnedWeights(byItems, learner.events());
        });
    }

    private Map<Strategy, Double> bounded(Map<Strategy, Double> learned) {
        Map<Strategy, Double> bounded = new EnumMap<>(Strategy.class);
        learned.forEach((strategy, weight) -> bounded.put(
                strategy,
                settings.share() * weight + (1 - settings.share()) * DefaultWeights.BLEND.getOrDefault(strategy, 0.0)));
        return bounded;
    }

    /** The learned weights of lists. */
    public List<LearnedList> describe(List<Scenario> lists) {
        return lists.stream()
                .map(list -> list.ranking().learnsWeights() ? weightsIn(list) : featuresIn(list))
                .toList();
    }

    private LearnedList weightsIn(Scenario list) {
        LearnedWeights learned = weightsOf(list);
        List<LearnedList.Weights> byItems = new ArrayList<>();
        learned.byItems().forEach((items, byStrategy) -> {
            Map<String, Double> named = new LinkedHashMap<>();
            byStrategy.forEach((strategy, weight) ->
                    named.put(strategy.name().toLowerCase(Locale.ROOT).replace('_', '-'), weight));
            byItems.add(new LearnedList.Weights(items, named));
        });
        return new LearnedList(list.list(), Kind.WEIGHTS.word(), learned.events(), byItems);
    }

    private LearnedList featuresIn(Scenario list) {
        LinearRanker ranker = linear(list);
        Map<String, Double> named = new LinkedHashMap<>();
        for (Feature feature : Feature.values()) {
            named.put(feature.label(), ranker.weight(feature));
        }
        return new LearnedList(
                list.list(), Kind.RANKER.word(), ranker.examples(), List.of(new LearnedList.Weights(0, named)));
    }

    private void addTo(PeriodSums sums, StatisticsKey key) {
        String prefix = key.prefix();
        rows.forEach((recordKey, row) -> {
            if (recordKey.startsWith(prefix)) {
                sums.add(row.key().period(), row.sums());
            }
        });
    }

    /** Two threads may compute the same model. */
    private <T> T current(Map<String, Computed<T>> models, String list, Supplier<T> compute) {
        Computed<T> known = models.get(list);
        long now = changes.get();
        if (known == null || (known.changes() != now && isDue(known.atNs()))) {
            known = new Computed<>(now, nanoTime.getAsLong(), compute.get());
            models.put(list, known);
        }
        return known.model();
    }

    private boolean isDue(long lastNs) {
        return nanoTime.getAsLong() - lastNs >= settings.interval().toNanos();
    }
}
