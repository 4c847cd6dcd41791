package dev.kindred.lab.evaluation.tuning;

import dev.kindred.lab.evaluation.Evaluation;
import dev.kindred.lab.evaluation.EvaluationSettings;
import dev.kindred.lab.evaluation.Progress;
import dev.kindred.lab.evaluation.Protocol;
import dev.kindred.lab.evaluation.RunReport;
import dev.kindred.lab.evaluation.Split;
import dev.kindred.lab.evaluation.Variant;
import dev.kindred.lab.evaluation.contenders.Contenders;
import dev.kindred.lab.evaluation.contenders.ModelSettings;
import dev.kindred.model.Interaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;

/**
 * Looks for settings of the product under which it tells the end of the training from its beginning best. It is given no
 * test data, so that figures measured on those afterwards are honest.
 */
public final class Tuner {

    /** The part of the training that is learned; the rest, its end, is the validation. */
    private static final double LEARNED_SHARE = 0.9;

    private final Protocol protocol;
    private final Split split;
    private final TuningSettings settings;
    private final Function<Map<String, String>, ModelSettings> models;
    private final List<Variant> candidates;
    private final SuccessiveHalving halving;
    private final long fullBudget;

    /**
     * A search.
     *
     * @param models the settings of a model, by what is special about it
     */
    public Tuner(
            Protocol protocol,
            List<Interaction> training,
            TuningSettings settings,
            SearchSpace space,
            Function<Map<String, String>, ModelSettings> models) {
        this.protocol = protocol;
        this.split = Split.byTime(training, LEARNED_SHARE);
        this.settings = settings;
        this.models = models;
        this.candidates = candidates(settings, space);
        this.fullBudget = Math.min(settings.limit(), Math.max(1, split.test().size()));
        this.halving = new SuccessiveHalving(candidates.size(), fullBudget);
    }

    private static List<Variant> candidates(TuningSettings settings, SearchSpace space) {
        List<Variant> candidates = new ArrayList<>();
        candidates.add(new Variant(Contenders.USER_BASED, Map.of()));
        space.sample(settings.trials() - 1, new SplittableRandom(settings.seed()))
                .forEach(point -> candidates.add(new Variant(Contenders.USER_BASED, point)));
        return candidates;
    }

    /** How many runs the search takes at most. */
    public int runs() {
        return halving.trials() + 2;
    }

    /** Searches. The progress hears of every run. */
    public TuningReport run(Progress progress) {
        Variant last = halving.best(candidates, (variant, budget) -> score(run(variant, budget, progress)));
        RunReport configured = run(candidates.get(0), fullBudget, progress);
        RunReport found = last.equals(candidates.get(0)) ? configured : run(last, fullBudget, progress);
        RunReport best = score(found) > score(configured) ? found : configured;
        return new TuningReport(
                configured,
                best,
                candidates.size(),
                split.training().size(),
                split.test().size());
    }

    private RunReport run(Variant variant, long budget, Progress progress) {
        EvaluationSettings evaluation = new EvaluationSettings(settings.k(), budget, Map.of());
        RunReport report = new Evaluation(protocol, split, evaluation)
                .run(
                        variant,
                        Contenders.create(variant.strategy(), models.apply(variant.settings())),
                        () -> {},
                        judgment -> {});
        progress.step();
        return report;
    }

    private double score(RunReport report) {
        return report.accuracy().of(settings.metric());
    }
}
