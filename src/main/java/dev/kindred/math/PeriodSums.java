package dev.kindred.math;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Sums of integers by time, whose older parts count less when they are read: forward decay (Cormode et al., <em>Forward Decay: A
 * Practical Time Decay Model for Streaming Systems</em>, 2009) in steps.
 *
 * <p>Sums are kept by period, a quarter of the half-life. Sums of integers are exact. So parts of the numbers, added up apart and in any
 * order, {@linkplain #add(PeriodSums) add up} to what all of them give, to the last bit, and the values as of a time do not depend on
 * when they were read before. Periods that are ten half-lives behind the last one are forgotten.
 *
 * <p>Not thread safe: one owner.
 */
public final class PeriodSums {

    private static final int PERIODS = 4; // in a half-life

    /** The number of periods behind the last one that are remembered. */
    public static final int REMEMBERED = 10 * PERIODS;

    private final int size;
    private final double periodMs;
    private final TreeMap<Long, long[]> sums = new TreeMap<>();

    /**
     * Without numbers.
     *
     * @param size the number of sums
     */
    public PeriodSums(int size, Decay decay) {
        this.size = size;
        this.periodMs = decay.halfLifeMs() / PERIODS;
    }

    /** The sums of the period of a time, to add to. They are forgotten at once if the period is too old. */
    public long[] at(long timestampMs) {
        return of((long) Math.floor(timestampMs / periodMs));
    }

    private long[] of(long period) {
        long[] into = sums.computeIfAbsent(period, p -> new long[size]);
        sums.headMap(sums.lastKey() - REMEMBERED, false).clear();
        return into;
    }

    /**
     * Adds numbers to a period.
     *
     * @param more as many as there are sums
     */
    public void add(long period, long[] more) {
        long[] into = of(period);
        for (int i = 0; i < size; i++) {
            into[i] += more[i];
        }
    }

    /** Adds the sums of other numbers. */
    public void add(PeriodSums other) {
        other.sums.forEach(this::add);
    }

    /** The sums of each period. Not copies. */
    public SortedMap<Long, long[]> byPeriod() {
        return Collections.unmodifiableSortedMap(sums);
    }

    /** Whether there is no period. */
    public boolean isEmpty() {
        return sums.isEmpty();
    }

    /** The decayed sums as of the last period. */
    public double[] decayed() {
        double[] totals = new double[size];
        sums.forEach((period, some) -> {
            double factor = Math.pow(2, (period - sums.lastKey()) / (double) PERIODS);
            for (int i = 0; i < size; i++) {
                totals[i] += factor * some[i];
            }
        });
        return totals;
    }
}
