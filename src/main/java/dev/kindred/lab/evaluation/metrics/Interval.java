package dev.kindred.lab.evaluation.metrics;

/**
 * Where a figure would lie in 95 of 100 repetitions with other users.
 *
 * @param low the 2.5th percentile
 * @param high the 97.5th percentile
 */
public record Interval(double low, double high) {}
