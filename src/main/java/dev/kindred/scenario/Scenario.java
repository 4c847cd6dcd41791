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
import dev.kindred.ranking.OwnModel;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

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
 * @param ranking what puts its candidates into order
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
        String consent,
        Ranking ranking) {

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

    /** A scenario without a plan, in the order of its blend. */
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
        this(
                name,
                k,
                weights,
                filter,
                excludes,
                boosts,
                diversity,
                minimumSupport,
                topic,
                filledUp,
                Plan.NONE,
                "",
                Ranking.BLEND);
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

    private Scenario with(Consumer<Copy> change) {
        Copy copy = new Copy(this);
        change.accept(copy);
        return copy.made();
    }

    /** A scenario in the making, with the components of another one until they are changed. */
    private static final class Copy {
        private final Scenario original;
        private int k;
        private Map<Strategy, Double> weights;
        private Excludes excludes;
        private boolean topic;
        private boolean filledUp;
        private Plan plan;
        private String consent;
        private Ranking ranking;

        Copy(Scenario original) {
            this.original = original;
            this.k = original.k;
            this.weights = original.weights;
            this.excludes = original.excludes;
            this.topic = original.topic;
            this.filledUp = original.filledUp;
            this.plan = original.plan;
            this.consent = original.consent;
            this.ranking = original.ranking;
        }

        Scenario made() {
            return new Scenario(
                    original.name,
                    k,
                    weights,
                    original.filter,
                    excludes,
                    original.boosts,
                    original.diversity,
                    original.minimumSupport,
                    topic,
                    filledUp,
                    plan,
                    consent,
                    ranking);
        }
    }

    /** A copy with another length, of the variants too. */
    public Scenario ofLength(int otherK) {
        return with(copy -> {
            copy.k = otherK;
            copy.plan = plan.map(other -> other.ofLength(otherK));
        });
    }

    /** A copy with a limit of the length, of the variants too. */
    public Scenario atMost(int limit) {
        Scenario limited = k <= limit ? this : ofLength(limit);
        return limited.planning(plan.map(other -> other.atMost(limit)));
    }

    /** A copy with other excludes, of the variants too. */
    public Scenario excluding(Excludes others) {
        return with(copy -> {
            copy.excludes = others;
            copy.plan = plan.map(other -> other.excluding(others));
        });
    }

    /** A copy with other weights. */
    public Scenario weighing(Map<Strategy, Double> others) {
        return with(copy -> copy.weights = others);
    }

    /** A copy that is filled up with popular items, the variants too. */
    public Scenario fillUp() {
        return with(copy -> {
            copy.filledUp = true;
            copy.plan = plan.map(Scenario::fillUp);
        });
    }

    /** A copy that is not published. */
    public Scenario unpublished() {
        return with(copy -> copy.topic = false);
    }

    /** A copy that needs a consent. */
    public Scenario needing(String purpose) {
        return with(copy -> copy.consent = purpose);
    }

    /** A copy that is ranked otherwise. */
    public Scenario ranked(Ranking other) {
        return with(copy -> copy.ranking = other);
    }

    /** The name of what its list learns: that of the scenario, and for a variant {@code scenario/variant}. */
    public String list() {
        return ranking.variant().isEmpty() ? name : name + "/" + ranking.variant();
    }

    /** Its list and those of its variants. */
    private Stream<Scenario> lists() {
        return Stream.concat(Stream.of(this), plan.variants().stream().flatMap(variants -> variants.others().stream()));
    }

    /** Its lists that learn from events, those of variants too. */
    public List<Scenario> learning() {
        return lists().filter(list -> list.ranking().learns()).toList();
    }

    /** The models of the shop's own, those of variants too. */
    public List<OwnModel> models() {
        return lists().flatMap(list -> list.ranking().model().stream()).toList();
    }

    /** A copy with its models opened, those of variants too. */
    public Scenario opening(UnaryOperator<OwnModel> opened) {
        Scenario own = ranking.model()
                .map(model -> ranked(ranking.opened(opened.apply(model))))
                .orElse(this);
        return own.planning(plan.map(variant -> variant.opening(opened)));
    }

    /** A copy with another plan. */
    public Scenario planning(Plan other) {
        return with(copy -> copy.plan = other);
    }

    /** Whether user-based filtering has all the weight and neither a rule nor a ranker changes its order. */
    public boolean isUserBasedAlone() {
        return weights.size() == 1
                && weight(Strategy.USER_BASED) > 0
                && boosts.isEmpty()
                && diversity.keepsTheOrder()
                && ranking.ranker() == RankerKind.BLEND
                && !ranking.learnsWeights();
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
