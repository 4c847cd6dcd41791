package dev.kindred.lab.bench;

import java.util.Collection;
import java.util.function.ToDoubleFunction;

/** The median of figures: one disturbed round hardly changes it. */
final class Median {

    private Median() {}

    /** The median of at least one figure; the mean of the two middle ones if their number is even. */
    static <T> double of(Collection<T> measured, ToDoubleFunction<T> figure) {
        double[] sorted = measured.stream().mapToDouble(figure).sorted().toArray();
        if (sorted.length == 0) {
            throw new IllegalArgumentException("nothing was measured");
        }
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}
