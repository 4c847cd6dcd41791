package dev.kindred.lab.evaluation;

import java.util.List;

/**
 * The results of an evaluation.
 *
 * @param protocol the name of the protocol
 * @param k how many items of a list counted
 * @param exclusions the items that lists excluded, in the form of the setting {@code recommend.exclude}
 * @param trainingEvents the number of events to learn from
 * @param testEvents the number of events to predict
 * @param runs not empty
 */
public record EvaluationReport(
        String protocol, int k, String exclusions, int trainingEvents, int testEvents, List<RunReport> runs) {

    public EvaluationReport {
        if (runs.isEmpty()) {
            throw new IllegalArgumentException("runs must not be empty");
        }
        runs = List.copyOf(runs);
    }
}
