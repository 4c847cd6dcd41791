package dev.kindred.lab.evaluation.tuning;

import dev.kindred.lab.evaluation.Evaluation;
import dev.kindred.lab.evaluation.EvaluationSettings;
import dev.kindred.lab.evaluation.Protocol;
import dev.kindred.lab.evaluation.RunReport;
import dev.kindred.lab.evaluation.Split;
import dev.kindred.lab.evaluation.Variant;
import dev.kindred.lab.evaluation.contenders.ContenderSettings;
import dev.kindred.lab.evaluation.contenders.Contenders;
import dev.kindred.lab.evaluation.metrics.RankingMetric;
import dev.kindred.model.Interaction;
import dev.kindred.model.Require;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * Searches settings with which the beginning of the training predicts its end best: the best of random settings by {@link
 * SuccessiveHalving}, and then better ones among the neighbors of these. It chooses by the first half of the predictions; the
 * {@link Gain} is measured on the others, because the best of many figures is partly luck. The search sees no test data.
 */
public final class Tuner {

    private static final int TRIALS_PER_STEP = 3; // trials of random settings for one of a neighbor
    private static final double LEARNED_SHARE = 0.9; // of the training; the rest, its end, is the validation

    private final Protocol protocol;
    private final Split split;
    private final Settings settings;
    private final Function<Map<String, String>, ContenderSettings> models;
    private final SearchSpace space;
    private final List<Variant> candidates;
    private final long fullBudget;

    /**
     * How to search.
     *
     * @param strategy the name of a contender
     * @param trials the number of settings to try, the configured ones included; positive
     * @param seed of the choice of settings
     * @param metric the name of the metric to maximize
     * @param k the length of lists for the metrics, positive
     * @param limit the greatest number of predictions per trial, positive
     */
    public record Settings(String strategy, int trials, long seed, String metric, int k, long limit) {

        public Settings {
            Require.that(trials >= 1, "trials must be positive", trials);
            if (RankingMetric.ALL.stream().noneMatch(known -> known.name().equals(metric))) {
                throw new IllegalArgumentException("metric must be one of "
                        + RankingMetric.ALL.stream().map(RankingMetric::name).toList() + ", got " + metric);
            }
        }
    }

    /**
     * The result of a search; both runs are over all predictions of the validation.
     *
     * @param configured the run with the configured settings
     * @param best the run with the best settings; the configured ones if no others are better
     * @param gain of the best settings, on predictions that the search did not see
     * @param trials the number of settings that were tried
     * @param trainingEvents the number of events that each trial learned from
     * @param validationEvents the number of events that each trial predicted
     */
    public record Report(
            RunReport configured, RunReport best, Gain gain, int trials, int trainingEvents, int validationEvents) {

        /** Whether the search found better settings than the configured ones. */
        public boolean hasImproved() {
            return !best.variant().equals(configured.variant());
        }
    }

    /**
     * Plans a search.
     *
     * @param models makes the settings of a model from the ones that differ from the configuration
     */
    public Tuner(
            Protocol protocol,
            List<Interaction> training,
            Settings settings,
            SearchSpace space,
            Function<Map<String, String>, ContenderSettings> models) {
        this.protocol = protocol;
        this.split = Split.byTime(training, LEARNED_SHARE);
        this.settings = settings;
        this.models = models;
        this.space = space;
        this.candidates = candidates(settings, space);
        this.fullBudget = Math.min(settings.limit(), Math.max(1, split.test().size()));
    }

    private static List<Variant> candidates(Settings settings, SearchSpace space) {
        List<Variant> candidates = new ArrayList<>();
        candidates.add(new Variant(settings.strategy(), Map.of()));
        space.sample(settings.trials() - 1, new SplittableRandom(settings.seed()))
                .forEach(point -> candidates.add(new Variant(settings.strategy(), point)));
        return candidates;
    }

    /** The greatest number of runs of the search. */
    public int runs() {
        return halving(fullBudget).trials() + steps() + 3;
    }

    private SuccessiveHalving halving(long budget) {
        return new SuccessiveHalving(candidates.size(), budget);
    }

    private int steps() {
        return settings.trials() / TRIALS_PER_STEP;
    }

    /** A run, and the metric of all its lists. */
    private record Run(RunReport report, List<Gain.Figure> figures) {}

    /**
     * Searches.
     *
     * @param progress called after every run
     */
    public Report run(Runnable progress) {
        Run configured = run(candidates.get(0), fullBudget, progress);
        int searched = Math.max(1, configured.figures().size() / 2);
        Variant chosen = improved(
                halving(searched)
                        .best(
                                candidates,
                                (variant, budget) ->
                                        score(run(variant, budget, progress).report())),
                searched,
                progress);
        Run found = chosen.equals(candidates.get(0)) ? configured : run(chosen, fullBudget, progress);
        Run best = score(found.report()) > score(configured.report()) ? found : configured;
        return new Report(
                configured.report(),
                best.report(),
                Gain.between(configured.figures(), best.figures(), searched, metric()),
                candidates.size() + steps(),
                split.training().size(),
                split.test().size());
    }

    /** Goes to a better neighbor, step by step. */
    private Variant improved(Variant start, long budget, Runnable progress) {
        if (steps() == 0) {
            return start;
        }
        RandomGenerator random = new SplittableRandom(settings.seed() + 1);
        Variant best = start;
        double bestScore = score(run(start, budget, progress).report());
        for (int step = 0; step < steps(); step++) {
            Variant near = new Variant(settings.strategy(), space.near(best.settings(), random));
            double score = score(run(near, budget, progress).report());
            if (score > bestScore) {
                best = near;
                bestScore = score;
            }
        }
        return best;
    }

    private Run run(Variant variant, long budget, Runnable progress) {
        EvaluationSettings evaluation = new EvaluationSettings(settings.k(), budget, List.of());
        List<Gain.Figure> figures = new ArrayList<>();
        RankingMetric metric = metric();
        RunReport report = new Evaluation(protocol, split, evaluation)
                .run(
                        variant,
                        Contenders.create(variant.strategy(), models.apply(variant.settings())),
                        () -> {},
                        prediction -> figures.add(new Gain.Figure(prediction.userId(), metric.of(prediction.hits()))));
        progress.run();
        return new Run(report, figures);
    }

    private RankingMetric metric() {
        return RankingMetric.ALL.stream()
                .filter(known -> known.name().equals(settings.metric()))
                .findFirst()
                .orElseThrow();
    }

    private double score(RunReport report) {
        return report.accuracy().of(settings.metric());
    }
}
