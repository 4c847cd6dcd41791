package dev.kindred.scenario;

import dev.kindred.blend.Boost;
import dev.kindred.expression.ItemFilter;
import dev.kindred.model.Ids;
import dev.kindred.model.Require;
import dev.kindred.model.Strategy;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A list for a place in the shop: its strategies, rules and length.
 *
 * @param name lower-case letters, digits and hyphens, at most 64
 * @param k the length of the list, unless too few items qualify; in [1, {@link #LONGEST}]
 * @param weights the weights of the strategies; only their proportions matter, and an absent strategy has weight 0
 * @param filter the items that may be shown
 * @param excludes the user's own items that may not be shown
 * @param boosts rules that move items up or down
 * @param diversity how diverse the list is
 * @param minimumSupport the number of other users that an item needs, not negative: few users are weak evidence, and
 *     could be recognized
 * @param topic whether its lists are published with the default list
 * @param filledUp whether popular items fill up a list shorter than k
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

    /** The name of the default scenario: every event refreshes its list, and queries without a scenario use it. */
    public static final String DEFAULT = "default";

    /** The greatest length of a list. */
    public static final int LONGEST = 1000;

    public Scenario {
        Ids.checkName(name);
        Require.that(k >= 1 && k <= LONGEST, "k must be in [1, " + LONGEST + "]", k);
        Require.that(minimumSupport >= 0, "minimumSupport must not be negative", minimumSupport);
        weights = checkedWeights(weights);
        boosts = List.copyOf(boosts);
    }

    /**
     * Checks weights and removes those that are 0.
     *
     * @throws IllegalArgumentException if one is negative or infinite, or none is positive
     */
    public static Map<Strategy, Double> checkedWeights(Map<Strategy, Double> weights) {
        weights.forEach(Scenario::checkWeight);
        boolean hasPositive = weights.values().stream().anyMatch(weight -> weight > 0);
        Require.that(hasPositive, "weights must have one that is positive", weights);
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

    /** The built-in default scenario: user-based, filled up with popular items. */
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

    /** A copy with another length. */
    public Scenario ofLength(int otherK) {
        return new Scenario(
                name, otherK, weights, filter, excludes, boosts, diversity, minimumSupport, topic, filledUp);
    }

    /** A copy with other excludes. */
    public Scenario excluding(Excludes others) {
        return new Scenario(name, k, weights, filter, others, boosts, diversity, minimumSupport, topic, filledUp);
    }

    /** A copy with other weights. */
    public Scenario weighing(Map<Strategy, Double> others) {
        return new Scenario(name, k, others, filter, excludes, boosts, diversity, minimumSupport, topic, filledUp);
    }

    /** A copy that is filled up with popular items. */
    public Scenario fillUp() {
        return new Scenario(name, k, weights, filter, excludes, boosts, diversity, minimumSupport, topic, true);
    }

    /** A copy that is not published. */
    public Scenario unpublished() {
        return new Scenario(name, k, weights, filter, excludes, boosts, diversity, minimumSupport, false, filledUp);
    }

    /** Whether user-based filtering has all the weight and no rule changes its order. */
    public boolean isUserBasedAlone() {
        return weights.size() == 1 && weight(Strategy.USER_BASED) > 0 && boosts.isEmpty() && diversity.keepsTheOrder();
    }

    /** The sum of all weights. */
    public double totalWeight() {
        return weights.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /** The weight of a strategy; 0 if it is absent. */
    public double weight(Strategy strategy) {
        return weights.getOrDefault(strategy, 0.0);
    }
}
