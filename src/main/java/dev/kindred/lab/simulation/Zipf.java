package dev.kindred.lab.simulation;

import java.util.random.RandomGenerator;

/**
 * Draws ranks by Zipf's law: rank r with a probability of about {@code (r + 1)^-s}.
 *
 * <p>Drawn by inverting the continuous form of its distribution, {@code F(x) = (1 - x^(1-s)) / (1 - (n+1)^(1-s))} for x
 * from 1 to n + 1: constant time and no table, for any n. Source: Devroye, Non-Uniform Random Variate Generation, ch.
 * 2.
 */
final class Zipf {

    private static final double EXPONENT = 1.5; // few items of a shop sell most

    private Zipf() {}

    /** A rank in [0, n). */
    static int rank(RandomGenerator random, int n) {
        double tail = 1 - Math.pow(n + 1.0, 1 - EXPONENT);
        double x = Math.pow(1 - random.nextDouble() * tail, 1 / (1 - EXPONENT));
        return Math.min((int) x - 1, n - 1);
    }
}
