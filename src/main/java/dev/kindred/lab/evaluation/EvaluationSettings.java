package dev.kindred.lab.evaluation;

import java.util.Map;
import java.util.Set;

/**
 * What is the same for all runs of one evaluation.
 *
 * @param k how many items of a list count, positive
 * @param limit the most predictions of a run, positive
 * @param categories by item, for the diversity of lists; items without any do not count
 */
public record EvaluationSettings(int k, long limit, Map<String, Set<String>> categories) {

    public EvaluationSettings {
        if (k < 1) {
            throw new IllegalArgumentException("k must be positive, got " + k);
        }
        if (limit < 1) {
            throw new IllegalArgumentException("limit must be positive, got " + limit);
        }
        categories = Map.copyOf(categories);
    }
}
