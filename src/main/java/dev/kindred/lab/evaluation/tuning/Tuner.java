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

/**
 * Searches settings with which the beginning of the training predicts its end best. The search sees no test data, so
 * figures that are measured on the test afterwards are unbiased.
 */
public final class Tuner {

    private static final double LEARNED_SHARE = 0.9; // of the training; the rest, its end, is the validation

    private final Protocol protocol;
    private final Split split;
    private final Settings settings;
    private final Function<Map<String, String>, ContenderSettings> models;
    private final List<Variant> candidates;
    private final SuccessiveHalving halving;
    private final long fullBudget;

    /**
     * How to search.
     *
     * @param trials the number of settings to try, the configured ones included; positive
     * @param seed of the choice of settings
     * @param metric the name of the metric to maximize
     * @param k the length of lists for the metrics, positive
     * @param limit the greatest number of predictions per trial, positive
     */
    public record Settings(int trials, long seed, String metric, int k, long limit) {

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
     * @param trials the number of settings that were tried
     * @param trainingEvents the number of events that each trial learned from
     * @param validationEvents the number of events that each trial predicted
     */
    public record Report(RunReport configured, RunReport best, int trials, int trainingEvents, int validationEvents) {

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
        this.candidates = candidates(settings, space);
        this.fullBudget = Math.min(settings.limit(), Math.max(1, split.test().size()));
        this.halving = new SuccessiveHalving(candidates.size(), fullBudget);
    }

    private static List<Variant> candidates(Settings settings, SearchSpace space) {
        List<Variant> candidates = new ArrayList<>();
        candidates.add(new Variant(Contenders.USER_BASED, Map.of()));
        space.sample(settings.trials() - 1, new SplittableRandom(settings.seed()))
                .forEach(point -> candidates.add(new Variant(Contenders.USER_BASED, point)));
        return candidates;
    }

    /** The greatest number of runs of the search. */
    public int runs() {
        return halving.trials() + 2;
    }

    /**
     * Searches.
     *
     * @param progress called after every run
     */
    public Report run(Runnable progress) {
        Variant last = halving.best(candidates, (variant, budget) -> score(run(variant, budget, progress)));
        RunReport configured = run(candidates.get(0), fullBudget, progress);
        RunReport found = last.equals(candidates.get(0)) ? configured : run(last, fullBudget, progress);
        RunReport best = score(found) > score(configured) ? found : configured;
        return new Report(
                configured,
                best,
                candidates.size(),
                split.training().size(),
                split.test().size());
    }

    private RunReport run(Variant variant, long budget, Runnable progress) {
        EvaluationSettings evaluation = new EvaluationSettings(settings.k(), budget, Map.of());
        RunReport report = new Evaluation(protocol, split, evaluation)
                .run(
                        variant,
                        Contenders.create(variant.strategy(), models.apply(variant.settings())),
                        () -> {},
                        prediction -> {});
        progress.run();
        return report;
    }

    private double score(RunReport report) {
        return report.accuracy().of(settings.metric());
    }
}
