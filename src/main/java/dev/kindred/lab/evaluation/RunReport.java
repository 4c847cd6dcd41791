package dev.kindred.lab.evaluation;

import dev.kindred.lab.evaluation.contenders.WeightHistory;
import dev.kindred.lab.evaluation.metrics.Accuracy;
import dev.kindred.lab.evaluation.metrics.UserBootstrap.Interval;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The results of one run.
 *
 * @param variant the contender and its settings
 * @param accuracy over all lists
 * @param intervals 95 % intervals of the main metrics, by metric name
 * @param slices accuracy by kind of user and item
 * @param hitRates of lists of 1, 2 … k items
 * @param beyondAccuracy the use of the catalog by the lists
 * @param cost time and memory
 * @param learnedWeights the weights of strategies that the contender has learned
 */
public record RunReport(
        Variant variant,
        Accuracy accuracy,
        Map<String, Interval> intervals,
        Map<String, Accuracy> slices,
        List<Double> hitRates,
        BeyondAccuracy beyondAccuracy,
        Cost cost,
        WeightHistory learnedWeights) {

    public RunReport {
        intervals = Collections.unmodifiableMap(new LinkedHashMap<>(intervals));
        slices = Collections.unmodifiableMap(new LinkedHashMap<>(slices));
        hitRates = List.copyOf(hitRates);
    }

    /** The 95 % interval of a metric; empty if it was not computed. */
    public Optional<Interval> interval(String metric) {
        return Optional.ofNullable(intervals.get(metric));
    }

    /**
     * How the lists use the catalog.
     *
     * @param users the number of users with a list
     * @param items the number of items that can be recommended: those of the log and of the catalog
     * @param coverage in [0, 1]
     * @param gini in [0, 1)
     * @param novelty in bits
     * @param diversity in [0, 1]; empty without categories
     */
    public record BeyondAccuracy(
            int users, int items, double coverage, double gini, double novelty, OptionalDouble diversity) {}

    /**
     * The time and memory of a run.
     *
     * @param p50Us median time of a list, in microseconds
     * @param p99Us 99th percentile of the same
     * @param learnEventsPerSecond events per second of learning; 0 if nothing was learned
     * @param peakMemoryMb peak heap in use, in millions of bytes
     */
    public record Cost(double p50Us, double p99Us, double learnEventsPerSecond, double peakMemoryMb) {}
}
