package dev.kindred.lab.evaluation.tuning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds a good candidate among many: gives all of them a small budget, the better third three times as much, and so on
 * until one is left.
 *
 * <p>Source: Jamieson and Talwalkar, <em>Non-stochastic Best Arm Identification and Hyperparameter Optimization</em>,
 * AISTATS 2016, with a third kept instead of a half, as in Li et al., <em>Hyperband</em>, JMLR 18 (2018).
 */
final class SuccessiveHalving {

    private static final int REDUCTION = 3;

    private final List<Rung> rungs;

    /**
     * One round.
     *
     * @param candidates in this round, at least 2
     * @param budget of each candidate
     */
    record Rung(int candidates, long budget) {}

    /** A trial of one candidate. */
    interface Trial<T> {

        /** The score of a candidate; greater is better. */
        double score(T candidate, long budget);
    }

    /**
     * Plans the rounds.
     *
     * @param candidates at least 1
     * @param budget for a run of the last candidate, after the last round
     */
    SuccessiveHalving(int candidates, long budget) {
        List<Integer> sizes = new ArrayList<>();
        for (int size = candidates; size > 1; size = (size + REDUCTION - 1) / REDUCTION) {
            sizes.add(size);
        }
        List<Rung> planned = new ArrayList<>();
        for (int i = 0; i < sizes.size(); i++) {
            double reduction = Math.pow(REDUCTION, sizes.size() - (double) i);
            planned.add(new Rung(sizes.get(i), Math.max(1, (long) (budget / reduction))));
        }
        rungs = List.copyOf(planned);
    }

    List<Rung> rungs() {
        return rungs;
    }

    /** The number of trials in all rounds. */
    int trials() {
        return rungs.stream().mapToInt(Rung::candidates).sum();
    }

    /**
     * Runs all rounds and returns the last candidate.
     *
     * @param candidates as many as planned; of equal scores the earlier candidate wins
     */
    <T> T best(List<T> candidates, Trial<T> trial) {
        List<T> left = candidates;
        for (Rung rung : rungs) {
            left = ranked(left, rung.budget(), trial).subList(0, (rung.candidates() + REDUCTION - 1) / REDUCTION);
        }
        return left.get(0);
    }

    private record Scored<T>(T candidate, double score) {}

    private static <T> List<T> ranked(List<T> candidates, long budget, Trial<T> trial) {
        Comparator<Scored<T>> byScore = Comparator.comparingDouble(Scored::score);
        return candidates.stream()
                .map(candidate -> new Scored<>(candidate, trial.score(candidate, budget)))
                .sorted(byScore.reversed())
                .map(Scored::candidate)
                .toList();
    }
}
