package dev.kindred.scenario;

import dev.kindred.blend.Boost;
import dev.kindred.expression.ItemFilter;
import dev.kindred.model.Strategy;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A place where a list is shown, and what that list looks like.
 *
 * @param name lower-case letters, digits and hyphens, at most 64
 * @param k the length of a list, unless too few items qualify; in [1, {@link #LONGEST}]
 * @param weights what the strategies count against each other; only their proportions matter, and what is not named has 0
 * @param filter which items may be shown
 * @param excludes which of the user's own items may not
 * @param boosts which items move up or down
 * @param diversity how different the items are to be
 * @param minimumSupport how many other users must have dealt with an item, at least: fewer say little of it, and could be
 *     recognized by it; not negative
 * @param topic whether the lists of this scenario are published beside the default list
 * @param filledUp whether popular items fill up a list that is shorter than k
 */
public record Scenario(
        String name,
        int k,
        Map<Strategy, Double> weights,
        ItemFilter filter,
        Excludes excludes,
        List<Boost> boosts,
        DiversitySettings diversity,
        int minimumSupport,
        boolean topic,
        boolean filledUp) {

    /** The name of the scenario whose list every event refreshes, and which a question without a scenario asks for. */
    public static final String DEFAULT = "default";

    /** The longest list that can be asked for. */
    public static final int LONGEST = 1000;

    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,64}");

    public Scenario {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "name must be lower-case letters, digits and hyphens, at most 64, got " + name);
        }
        if (k < 1 || k > LONGEST) {
            throw new IllegalArgumentException("k must be in [1, " + LONGEST + "], got " + k);
        }
        if (minimumSupport < 0) {
            throw new IllegalArgumentException("minimumSupport must not be negative, got " + minimumSupport);
        }
        weights = checkedWeights(weights);
        boosts = List.copyOf(boosts);
    }

    /**
     * Weights as a scenario keeps them, without those that are 0.
     *
     * @throws IllegalArgumentException if one is negative or infinite, or none is positive
     */
    public static Map<Strategy, Double> checkedWeights(Map<Strategy, Double> weights) {
        weights.forEach(Scenario::checkWeight);
        if (weights.values().stream().noneMatch(weight -> weight > 0)) {
            throw new IllegalArgumentException("weights must have one that is positive, got " + weights);
        }
        Map<Strategy, Double> positive = new EnumMap<>(weights);
        positive.values().removeIf(weight -> weight == 0);
        return Collections.unmodifiableMap(positive);
    }

    private static void checkWeight(Strategy strategy, double weight) {
        if (!(weight >= 0) || Double.isInfinite(weight)) {
            throw new IllegalArgumentException(
                    "weights must be finite and not negative, got " + weight + " for " + strategy);
        }
    }

    /** The default list unless a file defines it: user-based, filled up with what is popular. */
    public static Scenario userBased(int k, Excludes excludes) {
        return new Scenario(
                DEFAULT,
                k,
                Map.of(Strategy.USER_BASED, 1.0),
                ItemFilter.everything(),
                excludes,
                List.of(),
                DiversitySettings.NONE,
                0,
                false,
                true);
    }

    /** The same for lists of another length. */
    public Scenario ofLength(int otherK) {
        return new Scenario(
                name, otherK, weights, filter, excludes, boosts, diversity, minimumSupport, topic, filledUp);
    }

    /** The same with other excludes. */
    public Scenario excluding(Excludes others) {
        return new Scenario(name, k, weights, filter, others, boosts, diversity, minimumSupport, topic, filledUp);
    }

    /** The same with popular items that fill it up. */
    public Scenario fillUp() {
        return new Scenario(name, k, weights, filter, excludes, boosts, diversity, minimumSupport, topic, true);
    }

    /** The same without a place on the topic of lists. */
    public Scenario unpublished() {
        return new Scenario(name, k, weights, filter, excludes, boosts, diversity, minimumSupport, false, filledUp);
    }

    /** Whether user-based filtering has all the weight, and no rule changes the order that it gives. */
    public boolean isUserBasedAlone() {
        return weights.size() == 1 && weight(Strategy.USER_BASED) > 0 && boosts.isEmpty() && diversity.keepsTheOrder();
    }

    /** What all strategies count together. */
    public double totalWeight() {
        return weights.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /** What a strategy counts; 0 if it is not asked. */
    public double weight(Strategy strategy) {
        return weights.getOrDefault(strategy, 0.0);
    }
}
