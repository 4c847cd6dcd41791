package dev.kindred.lab.evaluation.metrics;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The mean of every ranking metric over some lists.
 *
 * @param predictions how many lists
 * @param means by the metric's name, each in [0, 1], in the order of reports; all 0 when there is no list
 */
public record Accuracy(long predictions, Map<String, Double> means) {

    public Accuracy {
        means = Collections.unmodifiableMap(new LinkedHashMap<>(means));
    }

    /**
     * The mean of one metric.
     *
     * @throws IllegalArgumentException if no metric has this name
     */
    public double of(String metric) {
        Double mean = means.get(metric);
        if (mean == null) {
            throw new IllegalArgumentException("metric must be one of " + means.keySet() + ", got " + metric);
        }
        return mean;
    }
}
