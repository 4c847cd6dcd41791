package dev.kindred.lab.offpolicy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The expected reward of an action at a position, for the doubly robust estimate: the mean reward of the position, times how
 * the action compares with what its positions promise.
 *
 * <pre>
 * q(a, p) = m(p) · (rewards(a) + s) / (sum of m(position) over the choices of a + s),   s = 5 · greatest reward
 * </pre>
 *
 * <p>This is "clicks over expected clicks" of Zhang and Jones, <em>Comparing Click Logs and Editorial Labels for Training Query
 * Rewriting</em> (2007), drawn to 1 where an action has little evidence. An unknown position has the mean of all.
 */
final class RewardModel {

    private static final double PRIOR = 5;

    private final Map<Integer, Mean> byPosition = new HashMap<>();
    private final Map<String, Mean> byAction = new HashMap<>(); // total: rewards, count: what the positions promise
    private final Mean all = new Mean();
    private double prior;

    private static final class Mean {
        private double total;
        private double count;

        void add(double value, double weight) {
            total += value;
            count += weight;
        }
    }

    RewardModel(List<LoggedChoice> choices) {
        for (LoggedChoice choice : choices) {
            all.add(choice.reward(), 1);
            byPosition.computeIfAbsent(choice.position(), p -> new Mean()).add(choice.reward(), 1);
            prior = Math.max(prior, PRIOR * choice.reward());
        }
        for (LoggedChoice choice : choices) {
            byAction.computeIfAbsent(choice.action(), a -> new Mean())
                    .add(choice.reward(), atPosition(choice.position()));
        }
    }

    private double atPosition(int position) {
        Mean mean = byPosition.getOrDefault(position, all);
        return mean.count == 0 ? 0 : mean.total / mean.count;
    }

    double expected(String action, int position) {
        Mean mean = byAction.get(action);
        double lift = mean == null || prior == 0 ? 1 : (mean.total + prior) / (mean.count + prior);
        return atPosition(position) * lift;
    }

    /** The expected reward of a policy at a position. */
    double expected(Policy policy, int position) {
        return policy.probabilities().entrySet().stream()
                .mapToDouble(entry -> entry.getValue() * expected(entry.getKey(), position))
                .sum();
    }
}
