package dev.kindred.scenario;

import dev.kindred.blend.Boost;
import dev.kindred.experiment.LiveShares;
import dev.kindred.expression.ItemFilter;
import dev.kindred.model.Ids;
import dev.kindred.model.ListIdentity;
import dev.kindred.model.Recommendations;
import dev.kindred.model.Require;
import dev.kindred.model.Strategy;
import dev.kindred.model.UserKey;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

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
 * @param plan its dates, pinned items and variants
 * @param consent the purpose that a user must have agreed to, else the list is empty; empty for none
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
        boolean filledUp,
        Plan plan,
        String consent) {

    /** The name of the default scenario: every event refreshes its list, and queries without a scenario use it. */
    public static final String DEFAULT = Recommendations.DEFAULT;

    /** The greatest length of a list. */
    public static final int LONGEST = 1000;

    public Scenario {
        Ids.checkName(name);
        if (!consent.isEmpty()) {
            Ids.checkName(consent);
        }
        Require.that(k >= 1 && k <= LONGEST, "k must be in [1, " + LONGEST + "]", k);
        Require.that(minimumSupport >= 0, "minimumSupport must not be negative", minimumSupport);
        weights = checkedWeights(weights);
        boosts = List.copyOf(boosts);
    }

    /** A scenario without a plan. */
    public Scenario(
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
        this(name, k, weights, filter, excludes, boosts, diversity, minimumSupport, topic, filledUp, Plan.NONE, "");
    }

    /**
     * The list of a user.
     *
     * @param scenario the user's variant, which has no variants
     * @param choice how it was chosen; empty without a running experiment
     */
    public record Chosen(Scenario scenario, Optional<LiveShares.Choice> choice) {

        /** The variant and its probability, for a list without an id. */
        public ListIdentity identity() {
            return choice.map(chosen -> new ListIdentity(
                            Optional.empty(), Optional.of(chosen.name()), OptionalDouble.of(chosen.propensity())))
                    .orElse(ListIdentity.NONE);
        }
    }

    /**
     * The variant of this scenario for a user.
     *
     * @param nowMs the time of the list, in epoch milliseconds
     * @param shares of the running experiments
     */
    public Chosen forUser(String userId, long nowMs, LiveShares shares) {
        Optional<Variants> variants = plan.variants();
        if (variants.isEmpty() || !variants.get().experiment().isRunning(nowMs)) {
            return new Chosen(this, Optional.empty());
        }
        LiveShares.Choice choice = shares.choose(name, variants.get().experiment(), UserKey.of(userId), nowMs);
        return new Chosen(
                choice.variant() == 0 ? this : variants.get().others().get(choice.variant() - 1), Optional.of(choice));
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

    /** A copy with another length, of the variants too. */
    public Scenario ofLength(int otherK) {
        return new Scenario(
                name,
                otherK,
                weights,
                filter,
                excludes,
                boosts,
                diversity,
                minimumSupport,
                topic,
                filledUp,
                plan.map(other -> other.ofLength(otherK)),
                consent);
    }

    /** A copy with a limit of the length, of the variants too. */
    public Scenario atMost(int limit) {
        Scenario limited = k <= limit ? this : ofLength(limit);
        return limited.planning(plan.map(other -> other.atMost(limit)));
    }

    /** A copy with other excludes, of the variants too. */
    public Scenario excluding(Excludes others) {
        return new Scenario(
                name,
                k,
                weights,
                filter,
                others,
                boosts,
                diversity,
                minimumSupport,
                topic,
                filledUp,
                plan.map(other -> other.excluding(others)),
                consent);
    }

    /** A copy with other weights. */
    public Scenario weighing(Map<Strategy, Double> others) {
        return new Scenario(
                name, k, others, filter, excludes, boosts, diversity, minimumSupport, topic, filledUp, plan, consent);
    }

    /** A copy that is filled up with popular items, the variants too. */
    public Scenario fillUp() {
        return new Scenario(
                name,
                k,
                weights,
                filter,
                excludes,
                boosts,
                diversity,
                minimumSupport,
                topic,
                true,
                plan.map(Scenario::fillUp),
                consent);
    }

    /** A copy that is not published. */
    public Scenario unpublished() {
        return new Scenario(
                name, k, weights, filter, excludes, boosts, diversity, minimumSupport, false, filledUp, plan, consent);
    }

    /** A copy that needs a consent. */
    public Scenario needing(String purpose) {
        return new Scenario(
                name, k, weights, filter, excludes, boosts, diversity, minimumSupport, topic, filledUp, plan, purpose);
    }

    /** A copy with another plan. */
    public Scenario planning(Plan other) {
        return new Scenario(
                name, k, weights, filter, excludes, boosts, diversity, minimumSupport, topic, filledUp, other, consent);
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
