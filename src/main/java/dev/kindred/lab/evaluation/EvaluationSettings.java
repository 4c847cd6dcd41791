package dev.kindred.lab.evaluation;

import java.util.Map;
import java.util.Set;

/**
 * The settings that all runs of one evaluation share.
 *
 * @param k how many items of a list count, positive
 * @param limit the greatest number of predictions per run, positive
 * @param categories by item id, for the diversity of lists; items without categories do not count
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
