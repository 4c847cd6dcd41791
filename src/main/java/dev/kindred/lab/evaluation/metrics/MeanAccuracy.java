package dev.kindred.lab.evaluation.metrics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sums up ranking metrics, list by list. Not thread safe. */
public final class MeanAccuracy {

    private final List<RankingMetric> metrics = RankingMetric.ALL;
    private final double[] sums = new double[metrics.size()];
    private long predictions;

    /** Takes up one list. */
    public void add(Hits hits) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += metrics.get(i).of(hits);
        }
        predictions++;
    }

    /** The means so far. */
    public Accuracy result() {
        Map<String, Double> means = new LinkedHashMap<>();
        for (int i = 0; i < sums.length; i++) {
            means.put(metrics.get(i).name(), predictions == 0 ? 0 : sums[i] / predictions);
        }
        return new Accuracy(predictions, means);
    }
}
