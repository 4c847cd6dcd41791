package dev.kindred.profile;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sums weights by name and gives each name's share of the whole. Not thread safe. */
final class Shares {

    private final Map<String, Double> parts = new HashMap<>();
    private double whole;

    /** Adds to the whole only. */
    void addToWhole(double weight) {
        whole += weight;
    }

    /** Adds to the weight of a name only. */
    void add(String name, double weight) {
        parts.merge(name, weight, Double::sum);
    }

    /**
     * The shares, greatest first; empty without a whole. They are compared as floats, so that the order of summation
     * has no effect.
     */
    List<Preference> preferences() {
        return parts.entrySet().stream()
                .map(part ->
                        new Preference(part.getKey(), Math.min(1, part.getValue() / whole))) // rounding may exceed 1
                .sorted(Comparator.<Preference>comparingDouble(preference -> -(float) preference.weight())
                        .thenComparing(Preference::name))
                .toList();
    }
}
