package dev.kindred.lab.offpolicy;

import dev.kindred.model.Require;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;

/**
 * The knowledge of a Bernoulli bandit about each action after a log: a Beta distribution of the probability that the action earns
 * anything.
 *
 * <p>The prior {@code Beta(1, max(1, choices / successes − 1))} has the weight of one success, and the mean of the whole log. The
 * logged choices need no weights: the successes of an action among its own choices are Bernoulli whatever its propensity was.
 *
 * <p>Thompson sampling chooses an action with the probability that it is the best, {@code ∫ f_a(x) · Π_{b≠a} F_b(x) dx}. It is computed
 * on a grid, so no chance takes part. Sources: Thompson, <em>On the likelihood that one unknown probability exceeds another</em>
 * (1933); Chapelle and Li, <em>An Empirical Evaluation of Thompson Sampling</em> (2011).
 */
public final class RewardPosteriors {

    private static final int CELLS = 20_000;
    private static final double WIDTH = 9; // standard deviations on each side of a mean

    private final String[] actions;
    private final double[] alphas; // by action
    private final double[] betas;

    /** Learns a log. */
    public RewardPosteriors(ChoiceLog log) {
        NavigableSet<String> all = log.actions();
        Require.that(!all.isEmpty(), "a log must have actions");
        actions = all.toArray(String[]::new);
        alphas = new double[actions.length];
        betas = new double[actions.length];
        long successes =
                log.choices().stream().filter(choice -> choice.reward() > 0).count();
        Arrays.fill(alphas, 1);
        Arrays.fill(betas, Math.max(1, log.choices().size() / (double) Math.max(1, successes) - 1));
        for (LoggedChoice choice : log.choices()) {
            double[] side = choice.reward() > 0 ? alphas : betas;
            side[Arrays.binarySearch(actions, choice.action())]++;
        }
    }

    /** All actions, sorted. */
    public List<String> actions() {
        return List.of(actions);
    }

    /** The mean of an action's posterior. */
    public double mean(String action) {
        return mean(Arrays.binarySearch(actions, action));
    }

    private double mean(int action) {
        return alphas[action] / (alphas[action] + betas[action]);
    }

    private double deviation(int action) {
        double total = alphas[action] + betas[action];
        return Math.sqrt(mean(action) * (1 - mean(action)) / (total + 1));
    }

    /** By action, the probability that no other action has a greater one; they add up to 1. */
    public Map<String, Double> probabilitiesOfBest() {
        double low = 1;
        double high = 0;
        for (int action = 0; action < actions.length; action++) {
            low = Math.min(low, mean(action) - WIDTH * deviation(action));
            high = Math.max(high, mean(action) + 2 * WIDTH * deviation(action)); // a Beta leans to the right
        }
        double[] best = onGrid(Math.max(0, low), Math.min(1, high));
        double total = Arrays.stream(best).sum();
        Map<String, Double> probabilities = new TreeMap<>();
        for (int action = 0; action < actions.length; action++) {
            probabilities.put(actions[action], best[action] / total);
        }
        return probabilities;
    }

    /** The midpoint rule; {@code F} in the middle of a cell has half of the cell's mass. */
    private double[] onGrid(double low, double high) {
        double[][] masses = new double[actions.length][];
        Arrays.setAll(masses, action -> masses(action, low, high));
        double[] below = new double[actions.length]; // by action: the mass of the cells before
        double[] best = new double[actions.length];
        for (int cell = 0; cell < CELLS; cell++) {
            double logOfAll = 0;
            for (int action = 0; action < actions.length; action++) {
                logOfAll += Math.log(below[action] + masses[action][cell] / 2);
            }
            for (int action = 0; action < actions.length; action++) {
                double mass = masses[action][cell];
                if (mass > 0) {
                    best[action] += mass * Math.exp(logOfAll - Math.log(below[action] + mass / 2));
                }
                below[action] += mass;
            }
        }
        return best;
    }

    /** The probability of each cell. */
    private double[] masses(int action, double low, double high) {
        double[] masses = new double[CELLS];
        double width = (high - low) / CELLS;
        for (int cell = 0; cell < CELLS; cell++) {
            double x = low + (cell + 0.5) * width;
            masses[cell] = (alphas[action] - 1) * Math.log(x) + (betas[action] - 1) * Math.log1p(-x);
        }
        double greatest = Arrays.stream(masses).max().orElse(0);
        Arrays.setAll(masses, cell -> Math.exp(masses[cell] - greatest));
        double total = Arrays.stream(masses).sum();
        Arrays.setAll(masses, cell -> masses[cell] / total);
        return masses;
    }
}
