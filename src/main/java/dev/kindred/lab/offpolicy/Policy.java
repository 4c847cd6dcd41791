package dev.kindred.lab.offpolicy;

import dev.kindred.model.Require;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/**
 * A way to choose: a probability for every action, the same at every position.
 *
 * @param probabilities add up to 1
 */
public record Policy(String name, Map<String, Double> probabilities) {

    /** The part of choices that {@code epsilon-greedy} makes at random. */
    private static final double EPSILON = 0.1;

    public Policy {
        double total =
                probabilities.values().stream().mapToDouble(Double::doubleValue).sum();
        Require.that(Math.abs(total - 1) < 1e-9, "probabilities must add up to 1", total);
        probabilities = Map.copyOf(probabilities);
    }

    /** Every action with the same probability. */
    public static Policy uniform(Collection<String> actions) {
        Map<String, Double> even = new TreeMap<>();
        actions.forEach(action -> even.put(action, 1.0 / actions.size()));
        return new Policy("uniform", even);
    }

    /** Always the action with the greatest mean of its posterior; of several the first by name. */
    public static Policy greedy(RewardPosteriors posteriors) {
        return new Policy("greedy", Map.of(best(posteriors), 1.0));
    }

    /** The best action, but one of ten choices is made at random among all. */
    public static Policy epsilonGreedy(RewardPosteriors posteriors) {
        Map<String, Double> mixed = new TreeMap<>();
        posteriors
                .actions()
                .forEach(action ->
                        mixed.put(action, EPSILON / posteriors.actions().size()));
        mixed.merge(best(posteriors), 1 - EPSILON, Double::sum);
        return new Policy("epsilon-greedy", mixed);
    }

    /** Every action with the probability that it is the best. */
    public static Policy thompson(RewardPosteriors posteriors) {
        return new Policy("thompson", posteriors.probabilitiesOfBest());
    }

    private static String best(RewardPosteriors posteriors) {
        return posteriors.actions().stream()
                .max(Comparator.comparingDouble(posteriors::mean).thenComparing(Comparator.reverseOrder()))
                .orElseThrow();
    }

    /** The probability of an action. */
    public double probability(String action) {
        return probabilities.getOrDefault(action, 0.0);
    }
}
