package dev.kindred.lab.offpolicy;

import dev.kindred.model.Require;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The estimated reward of a policy per choice, from the choices of another one.
 *
 * <p>With {@code w = policy / propensity} of the logged action, and r its reward:
 *
 * <pre>
 * replay                   Σ policy·r / Σ policy
 * inverse propensity       1/n Σ w·r
 * self-normalized          Σ w·r / Σ w
 * doubly robust            1/n Σ (Σ_a policy(a)·q(a, position) + w·(r − q(action, position)))
 * effective sample size    (Σ w)² / Σ w²
 * </pre>
 *
 * <p>Replay is that of Li et al. (2011), without bias for uniform logs only, and empty for others. A random policy is replayed in
 * expectation: a choice counts as often as the policy would have made it. The doubly robust estimate (Dudík et al., 2011) takes q from
 * the other half of the choices, odd or even, so no choice judges itself. The standard errors are those of a mean and, for ratios
 * {@code Σ u·r / Σ u}, {@code √Σ u²(r − ratio)² / Σ u} (Owen, <em>Monte Carlo theory, methods and examples</em>, ch. 9). No interval ends below {@code 3 / effective sample
 * size} times the greatest reward, or 1 where nothing earned any: so many choices without a reward would not contradict it (the rule of three; Hanley and
 * Lippman-Hand, <em>If nothing goes wrong, is everything all right?</em>, 1983).
 *
 * @param policy the name of the policy
 * @param choices the number of logged choices
 * @param replay empty if the log is not uniform, or has no choice that the policy would make
 * @param selfNormalized empty if the log has no choice that the policy would make
 * @param unsupported the probability of actions that the log never has, about which no estimate but the doubly robust one, by its
 *     model, knows anything
 */
public record OffPolicy(
        String policy,
        int choices,
        Optional<Estimate> replay,
        Estimate inversePropensity,
        Optional<Estimate> selfNormalized,
        Estimate doublyRobust,
        double effectiveSampleSize,
        double unsupported) {

    private static final double NOTHING_SEEN = 3; // the rule of three

    /**
     * Estimates a policy.
     *
     * @throws IllegalArgumentException if the log has fewer than two choices
     */
    public static OffPolicy of(Policy policy, ChoiceLog log) {
        List<LoggedChoice> choices = log.choices();
        Require.that(choices.size() >= 2, "an estimate needs two choices", choices.size());
        double[] chances = choices.stream()
                .mapToDouble(choice -> policy.probability(choice.action()))
                .toArray();
        double[] rewards = choices.stream().mapToDouble(LoggedChoice::reward).toArray();
        double[] weights = new double[chances.length];
        double[] weighted = new double[chances.length];
        Arrays.setAll(weights, i -> chances[i] / choices.get(i).propensity());
        Arrays.setAll(weighted, i -> weights[i] * rewards[i]);
        double effective = effectiveSampleSize(weights);
        double greatest =
                Arrays.stream(rewards).filter(reward -> reward > 0).max().orElse(1);
        double leastHigh = effective == 0 ? greatest : NOTHING_SEEN * greatest / effective;
        return new OffPolicy(
                policy.name(),
                choices.size(),
                log.isUniform() ? ratio(chances, rewards, leastHigh) : Optional.empty(),
                mean(weighted, leastHigh),
                ratio(weights, rewards, leastHigh),
                mean(doublyRobust(policy, choices, weights), leastHigh),
                effective,
                unsupported(policy, choices));
    }

    private static double[] doublyRobust(Policy policy, List<LoggedChoice> choices, double[] weights) {
        RewardModel[] models = {new RewardModel(half(choices, 1)), new RewardModel(half(choices, 0))};
        List<Map<Integer, Double>> expected = List.of(new HashMap<>(), new HashMap<>()); // by position
        double[] terms = new double[weights.length];
        for (int i = 0; i < terms.length; i++) {
            LoggedChoice choice = choices.get(i);
            RewardModel model = models[i % 2];
            double direct = expected.get(i % 2)
                    .computeIfAbsent(choice.position(), position -> model.expected(policy, position));
            terms[i] = direct + weights[i] * (choice.reward() - model.expected(choice.action(), choice.position()));
        }
        return terms;
    }

    private static List<LoggedChoice> half(List<LoggedChoice> choices, int first) {
        List<LoggedChoice> half = new ArrayList<>(choices.size() / 2 + 1);
        for (int i = first; i < choices.size(); i += 2) {
            half.add(choices.get(i));
        }
        return half;
    }

    private static Estimate mean(double[] values, double leastHigh) {
        double mean = Arrays.stream(values).sum() / values.length;
        double squares = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        return new Estimate(mean, Math.sqrt(squares / (values.length - 1) / values.length), leastHigh);
    }

    private static Optional<Estimate> ratio(double[] weights, double[] rewards, double leastHigh) {
        double total = Arrays.stream(weights).sum();
        if (total == 0) {
            return Optional.empty();
        }
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * rewards[i];
        }
        double squares = 0;
        for (int i = 0; i < weights.length; i++) {
            double error = weights[i] * (rewards[i] - sum / total);
            squares += error * error;
        }
        return Optional.of(new Estimate(sum / total, Math.sqrt(squares) / total, leastHigh));
    }

    private static double effectiveSampleSize(double[] weights) {
        double total = Arrays.stream(weights).sum();
        return total == 0
                ? 0
                : total * total / Arrays.stream(weights).map(w -> w * w).sum();
    }

    private static double unsupported(Policy policy, List<LoggedChoice> choices) {
        Set<String> seen = new HashSet<>();
        choices.forEach(choice -> seen.add(choice.action()));
        return policy.probabilities().entrySet().stream()
                .filter(entry -> !seen.contains(entry.getKey()))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }
}
