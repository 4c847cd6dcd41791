package dev.kindred.lab.regret;

import java.util.Comparator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The result of a trial.
 *
 * @param truth the probability of a click, by variant and by look
 * @param shown the number of the variant that was shown, by look
 * @param clicked the number of lists with a click
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record TrialResult(double[][] truth, int[] shown, long clicked) {

    int looks() {
        return shown.length;
    }

    /** The number of the variant that would have got most clicks. */
    int best() {
        return IntStream.range(0, truth.length)
                .boxed()
                .max(Comparator.comparingDouble(
                        variant -> DoubleStream.of(truth[variant]).sum()))
                .orElseThrow();
    }

    /** The fraction of clicked lists that a variant would have, if all users had it. */
    double rate(int variant) {
        return DoubleStream.of(truth[variant]).sum() / looks();
    }

    /** The expected number of clicked lists that are missing to those of the best variant, in the first looks. */
    double regret(int firstLooks) {
        double[] best = truth[best()];
        return IntStream.range(0, firstLooks)
                .mapToDouble(look -> best[look] - truth[shown[look]][look])
                .sum();
    }

    /** The fraction of looks at the best variant. */
    double shareOfBest() {
        int best = best();
        return (double) IntStream.of(shown).filter(variant -> variant == best).count() / looks();
    }
}
