package dev.kindred.lab.evaluation;

import dev.kindred.lab.evaluation.metrics.Accuracy;
import dev.kindred.lab.evaluation.metrics.Interval;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What came out of one run.
 *
 * @param variant what ran
 * @param accuracy over all lists
 * @param intervals 95 % intervals of the main metrics, by the metric's name
 * @param slices accuracy by kind of user and item
 * @param hitRates of lists of 1, 2 … k items
 * @param assortment how the lists use the catalog
 * @param cost what they took
 */
public record RunReport(
        Variant variant,
        Accuracy accuracy,
        Map<String, Interval> intervals,
        Map<String, Accuracy> slices,
        List<Double> hitRates,
        Assortment assortment,
        Cost cost) {

    public RunReport {
        intervals = Collections.unmodifiableMap(new LinkedHashMap<>(intervals));
        slices = Collections.unmodifiableMap(new LinkedHashMap<>(slices));
        hitRates = List.copyOf(hitRates);
    }

    /** The 95 % interval of a metric, where it was computed. */
    public Optional<Interval> interval(String metric) {
        return Optional.ofNullable(intervals.get(metric));
    }

    /**
     * How lists use the catalog.
     *
     * @param users who were asked for
     * @param items of the catalog: all that the log names
     * @param coverage in [0, 1]
     * @param gini in [0, 1)
     * @param novelty in bits
     * @param diversity in [0, 1]; empty without categories
     */
    public record Assortment(
            int users, int items, double coverage, double gini, double novelty, OptionalDouble diversity) {}

    /**
     * What lists took.
     *
     * @param p50Us half of them were computed within this time, in microseconds
     * @param p99Us all but one in a hundred were
     * @param learnEventsPerSecond while learning
     * @param peakMemoryMb the most heap in use, in millions of bytes
     */
    public record Cost(double p50Us, double p99Us, double learnEventsPerSecond, double peakMemoryMb) {}
}
