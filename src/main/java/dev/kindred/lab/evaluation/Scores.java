package dev.kindred.lab.evaluation;

import dev.kindred.lab.evaluation.RunReport.BeyondAccuracy;
import dev.kindred.lab.evaluation.RunReport.Cost;
import dev.kindred.lab.evaluation.contenders.WeightHistory;
import dev.kindred.lab.evaluation.metrics.Accuracy;
import dev.kindred.lab.evaluation.metrics.Diversity;
import dev.kindred.lab.evaluation.metrics.Exposure;
import dev.kindred.lab.evaluation.metrics.Hits;
import dev.kindred.lab.evaluation.metrics.ItemPopularity;
import dev.kindred.lab.evaluation.metrics.RankingMetric;
import dev.kindred.lab.evaluation.metrics.UserBootstrap;
import dev.kindred.lab.evaluation.metrics.UserBootstrap.Interval;
import dev.kindred.model.Interaction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** All figures of one run, summed prediction by prediction. */
final class Scores {

    private static final long SEED = 1; // the same draws in every run make runs comparable

    private final Items items;
    private final Accuracy.Builder accuracy = new Accuracy.Builder();
    private final List<UserBootstrap> bootstraps = List.of(
            new UserBootstrap(RankingMetric.HIT_RATE),
            new UserBootstrap(RankingMetric.RECIPROCAL_RANK),
            new UserBootstrap(RankingMetric.NDCG));
    private final Slices slices;
    private final long[] firstHits; // by rank - 1
    private final Exposure exposure = new Exposure();
    private final Diversity diversity;

    /**
     * The items that can be recommended.
     *
     * @param count the number in training, test and catalog together
     * @param popularity by their events in the training
     */
    record Items(int count, ItemPopularity popularity) {

        static Items of(Split split, Set<String> catalog) {
            Stream<String> log = Stream.concat(split.training().stream(), split.test().stream())
                    .map(Interaction::itemId);
            long count = Stream.concat(log, catalog.stream()).distinct().count();
            return new Items(
                    (int) count,
                    new ItemPopularity(
                            split.training().stream().map(Interaction::itemId).toList()));
        }
    }

    Scores(Items items, EvaluationSettings settings) {
        this.items = items;
        this.slices = new Slices(items.popularity().head());
        this.firstHits = new long[settings.k()];
        this.diversity = new Diversity(settings.categories());
    }

    void add(Prediction prediction) {
        Hits hits = prediction.hits();
        accuracy.add(hits);
        bootstraps.forEach(bootstrap -> bootstrap.add(prediction.userId(), hits));
        slices.add(prediction);
        if (!hits.isEmpty()) {
            firstHits[hits.ranks().get(0) - 1]++;
        }
        exposure.add(prediction.list());
        diversity.add(prediction.list());
    }

    RunReport report(Variant variant, Cost cost, WeightHistory learned) {
        Accuracy means = accuracy.build();
        return new RunReport(
                variant,
                means,
                intervals(),
                slices.result(),
                hitRates(means.predictions()),
                beyondAccuracy(),
                cost,
                learned);
    }

    /** The hit rates of lists of 1, 2 … k items. */
    private List<Double> hitRates(long predictions) {
        List<Double> rates = new ArrayList<>();
        long sum = 0;
        for (long count : firstHits) {
            sum += count;
            rates.add(predictions == 0 ? 0 : (double) sum / predictions);
        }
        return rates;
    }

    private Map<String, Interval> intervals() {
        Map<String, Interval> intervals = new LinkedHashMap<>();
        bootstraps.forEach(bootstrap -> intervals.put(bootstrap.name(), bootstrap.interval(SEED)));
        return intervals;
    }

    private BeyondAccuracy beyondAccuracy() {
        return new BeyondAccuracy(
                bootstraps.get(0).users(),
                items.count(),
                exposure.coverage(items.count()),
                exposure.gini(items.count()),
                exposure.novelty(items.popularity()),
                diversity.mean());
    }
}
