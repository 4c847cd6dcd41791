package dev.kindred.lab.evaluation;

import dev.kindred.lab.evaluation.RunReport.Cost;
import dev.kindred.lab.evaluation.contenders.Contender;
import java.util.function.Consumer;

/** Runs contenders through one protocol on one log, one after the other, each from the beginning. */
public final class Evaluation {

    private final Protocol protocol;
    private final Split split;
    private final EvaluationSettings settings;
    private final Catalog catalog;

    /** An evaluation on these events. */
    public Evaluation(Protocol protocol, Split split, EvaluationSettings settings) {
        this.protocol = protocol;
        this.split = split;
        this.settings = settings;
        this.catalog = Catalog.of(split);
    }

    /** How often the progress of a run is told, unless its limit ends it. */
    public long steps() {
        return protocol.steps(split);
    }

    /**
     * Runs one contender, in the calling thread.
     *
     * @param variant names the run in the report
     * @param contender has not learned anything yet
     * @param progress hears of every event that is taken up, or of every user where the protocol asks once for each
     * @param predictions receives every single prediction
     */
    public RunReport run(Variant variant, Contender contender, Progress progress, Consumer<Judgment> predictions) {
        HeapPeak heap = new HeapPeak();
        TimedContender timed = new TimedContender(contender);
        Scores scores = new Scores(catalog, settings);
        protocol.examine(split, new Examination(timed, settings, progress, judgment -> {
            scores.add(judgment);
            predictions.accept(judgment);
        }));
        Cost cost = new Cost(
                timed.percentileUs(50), timed.percentileUs(99), timed.learnEventsPerSecond(), heap.megabytes());
        return scores.report(variant, cost);
    }
}
