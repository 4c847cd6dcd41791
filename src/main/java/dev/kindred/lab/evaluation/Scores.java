package dev.kindred.lab.evaluation;

import dev.kindred.lab.evaluation.RunReport.Assortment;
import dev.kindred.lab.evaluation.RunReport.Cost;
import dev.kindred.lab.evaluation.metrics.Coverage;
import dev.kindred.lab.evaluation.metrics.Diversity;
import dev.kindred.lab.evaluation.metrics.Exposure;
import dev.kindred.lab.evaluation.metrics.Gini;
import dev.kindred.lab.evaluation.metrics.HitRate;
import dev.kindred.lab.evaluation.metrics.Hits;
import dev.kindred.lab.evaluation.metrics.Interval;
import dev.kindred.lab.evaluation.metrics.MeanAccuracy;
import dev.kindred.lab.evaluation.metrics.Ndcg;
import dev.kindred.lab.evaluation.metrics.Novelty;
import dev.kindred.lab.evaluation.metrics.ReciprocalRank;
import dev.kindred.lab.evaluation.metrics.UserBootstrap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All figures of one run, summed up judgment by judgment. */
final class Scores {

    private static final long SEED = 1; // the same draws for every run, so that runs compare

    private final Catalog catalog;
    private final MeanAccuracy accuracy = new MeanAccuracy();
    private final List<UserBootstrap> bootstraps = List.of(
            new UserBootstrap(new HitRate()), new UserBootstrap(new ReciprocalRank()), new UserBootstrap(new Ndcg()));
    private final Slices slices;
    private final HitsByRank hitsByRank;
    private final Exposure exposure = new Exposure();
    private final Diversity diversity;

    Scores(Catalog catalog, EvaluationSettings settings) {
        this.catalog = catalog;
        this.slices = new Slices(catalog.popularity().head());
        this.hitsByRank = new HitsByRank(settings.k());
        this.diversity = new Diversity(settings.categories());
    }

    void add(Judgment judgment) {
        Hits hits = judgment.hits();
        accuracy.add(hits);
        bootstraps.forEach(bootstrap -> bootstrap.add(judgment.userId(), hits));
        slices.add(judgment);
        hitsByRank.add(hits);
        exposure.add(judgment.list());
        diversity.add(judgment.list());
    }

    RunReport report(Variant variant, Cost cost) {
        return new RunReport(
                variant, accuracy.result(), intervals(), slices.result(), hitsByRank.hitRates(), assortment(), cost);
    }

    private Map<String, Interval> intervals() {
        Map<String, Interval> intervals = new LinkedHashMap<>();
        bootstraps.forEach(bootstrap -> intervals.put(bootstrap.name(), bootstrap.interval(SEED)));
        return intervals;
    }

    private Assortment assortment() {
        return new Assortment(
                bootstraps.get(0).users(),
                catalog.items(),
                Coverage.of(exposure, catalog.items()),
                Gini.of(exposure, catalog.items()),
                Novelty.of(exposure, catalog.popularity()),
                diversity.mean());
    }
}
