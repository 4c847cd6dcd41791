package dev.kindred.profile;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How a whole falls to names. Not thread safe. */
final class Shares {

    private final Map<String, Double> parts = new HashMap<>();
    private double whole;

    /** Adds to the whole, and to no name yet. */
    void addToWhole(double weight) {
        whole += weight;
    }

    /** Adds to what falls to a name. */
    void add(String name, double weight) {
        parts.merge(name, weight, Double::sum);
    }

    /** Greatest first, compared as floats, so that the order in which they were added does not show; empty without a whole. */
    List<Preference> preferences() {
        return parts.entrySet().stream()
                .map(part ->
                        new Preference(part.getKey(), Math.min(1, part.getValue() / whole))) // rounding may go beyond
                .sorted(Comparator.<Preference>comparingDouble(preference -> -(float) preference.weight())
                        .thenComparing(Preference::name))
                .toList();
    }
}
