package dev.kindred.lab.bench;

import java.util.Collection;
import java.util.function.ToDoubleFunction;

/** The middle of some figures: one disturbed round does not move it far. */
final class Median {

    private Median() {}

    /** The median of a figure, between the two middle ones if their number is even; of at least one. */
    static <T> double of(Collection<T> measured, ToDoubleFunction<T> figure) {
        double[] sorted = measured.stream().mapToDouble(figure).sorted().toArray();
        if (sorted.length == 0) {
            throw new IllegalArgumentException("nothing was measured");
        }
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}
