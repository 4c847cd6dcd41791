package dev.kindred.lab.evaluation;

import dev.kindred.model.Require;
import java.util.List;

/**
 * The results of an evaluation.
 *
 * @param protocol the name of the protocol
 * @param k the length of lists for the metrics
 * @param exclusions the items that lists excluded, in the form of the setting {@code recommend.exclude}
 * @param trainingEvents the number of events to learn from
 * @param testEvents the number of events to predict
 * @param runs not empty
 */
public record EvaluationReport(
        String protocol, int k, String exclusions, int trainingEvents, int testEvents, List<RunReport> runs) {

    public EvaluationReport {
        Require.that(!runs.isEmpty(), "runs must not be empty");
        runs = List.copyOf(runs);
    }
}
