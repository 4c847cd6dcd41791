package dev.kindred.lab.evaluation.metrics;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The mean of every ranking metric over some lists.
 *
 * @param predictions the number of lists
 * @param means by metric name, each in [0, 1], in the order of reports; all 0 without lists
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

    /** Sums ranking metrics, list by list. Not thread safe. */
    public static final class Builder {

        private final List<RankingMetric> metrics = RankingMetric.ALL;
        private final double[] sums = new double[metrics.size()];
        private long predictions;

        /** Adds one list. */
        public void add(Hits hits) {
            for (int i = 0; i < sums.length; i++) {
                sums[i] += metrics.get(i).of(hits);
            }
            predictions++;
        }

        /** The means so far. */
        public Accuracy build() {
            Map<String, Double> means = new LinkedHashMap<>();
            for (int i = 0; i < sums.length; i++) {
                means.put(metrics.get(i).name(), predictions == 0 ? 0 : sums[i] / predictions);
            }
            return new Accuracy(predictions, means);
        }
    }
}
