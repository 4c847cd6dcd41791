package dev.kindred.lab.evaluation;

import java.util.List;

/**
 * What came out of an evaluation.
 *
 * @param protocol its name
 * @param k how many items of a list counted
 * @param exclusions what lists left out, in the form of the setting {@code recommend.exclude}
 * @param trainingEvents how many events there were to learn from
 * @param testEvents how many there were to be told in advance
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
