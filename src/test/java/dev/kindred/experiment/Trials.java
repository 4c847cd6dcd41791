package dev.kindred.experiment;

import java.util.random.RandomGenerator;

/** Draws outcomes of lists. */
final class Trials {

    private Trials() {}

    /** The number of successes among trials, by jumps from one success to the next. */
    static long successes(RandomGenerator random, long trials, double rate) {
        double logFailure = Math.log1p(-rate);
        long successes = 0;
        long at = -1;
        while (true) {
            at += 1 + (long) Math.floor(Math.log(1 - random.nextDouble()) / logFailure);
            if (at >= trials) {
                return successes;
            }
            successes++;
        }
    }
}
