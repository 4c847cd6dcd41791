package dev.kindred.lab.evaluation;

import dev.kindred.lab.evaluation.Scores.Items;
import dev.kindred.lab.evaluation.contenders.Contender;
import java.util.function.Consumer;

/** Runs contenders through one protocol on one log. Every run starts at the beginning of the log. */
public final class Evaluation {

    private final Protocol protocol;
    private final Split split;
    private final EvaluationSettings settings;
    private final Items items;

    public Evaluation(Protocol protocol, Split split, EvaluationSettings settings) {
        this.protocol = protocol;
        this.split = split;
        this.settings = settings;
        this.items = Items.of(split, settings.catalog());
    }

    /** How often a run reports progress, unless its limit ends it. */
    public long steps() {
        return protocol.steps(split);
    }

    /**
     * Runs one contender, in the calling thread.
     *
     * @param variant names the run in the report
     * @param contender must be new: it has learned nothing
     * @param progress called for every event, or for every user where the protocol requests one list per user
     * @param predictions receives every prediction
     */
    public RunReport run(Variant variant, Contender contender, Runnable progress, Consumer<Prediction> predictions) {
        MeasuredContender measured = new MeasuredContender(contender);
        Scores scores = new Scores(items, settings);
        protocol.run(split, new ContenderRun(measured, settings, progress, prediction -> {
            scores.add(prediction);
            predictions.accept(prediction);
        }));
        return scores.report(variant, measured.cost(), contender.learnedWeights());
    }
}
