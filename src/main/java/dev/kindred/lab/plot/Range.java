package dev.kindred.lab.plot;

import java.util.ArrayList;
import java.util.List;

/**
 * The range of an axis, from one round number to another.
 *
 * @param low the value at its start
 * @param high the value at its end, greater than low
 * @param ticks the values that have a label, ascending, in [low, high]
 * @param isLogarithmic whether equal distances are equal ratios
 */
record Range(double low, double high, List<Double> ticks, boolean isLogarithmic) {

    private static final int[] ROUND = {1, 2, 5, 10};
    private static final int MOST_STEPS = 6;
    private static final double ROUNDING = 1e-9;

    /** A range that contains all values from the least to the greatest; both must be positive if it is logarithmic. */
    static Range of(double least, double greatest, boolean isLogarithmic) {
        return isLogarithmic ? ratios(least, greatest) : differences(least, greatest);
    }

    private static Range differences(double least, double greatest) {
        double span = greatest > least ? greatest - least : Math.max(1, Math.abs(least));
        double step = roundAtLeast(span / MOST_STEPS);
        List<Double> ticks = new ArrayList<>();
        double first = Math.floor(least / step + ROUNDING);
        for (double i = first; ticks.size() < 2 || ticks.get(ticks.size() - 1) < greatest - step * ROUNDING; i++) {
            ticks.add(i * step);
        }
        return new Range(ticks.get(0), ticks.get(ticks.size() - 1), ticks, false);
    }

    private static Range ratios(double least, double greatest) {
        List<Double> ticks = new ArrayList<>();
        for (double decade = decadeOf(least); ticks.size() < 2 || last(ticks) < greatest; decade *= 10) {
            for (int digit = 0; digit < 3; digit++) {
                addRatio(ticks, decade * ROUND[digit], least, greatest);
            }
        }
        double low = ticks.get(0);
        double high = last(ticks);
        if (ticks.size() > 2 * MOST_STEPS) {
            ticks.removeIf(tick -> tick > decadeOf(tick) * (1 + ROUNDING));
        }
        return new Range(low, high, ticks, true);
    }

    private static void addRatio(List<Double> ticks, double tick, double least, double greatest) {
        if (!ticks.isEmpty() && tick <= least * (1 + ROUNDING)) {
            ticks.clear(); // a closer start
        }
        if (ticks.size() < 2 || last(ticks) < greatest) {
            ticks.add(tick);
        }
    }

    private static double last(List<Double> ticks) {
        return ticks.get(ticks.size() - 1);
    }

    /** The greatest power of ten that is not above a value. */
    private static double decadeOf(double value) {
        return Math.pow(10, Math.floor(Math.log10(value) + ROUNDING));
    }

    /** The least of 1, 2 and 5 times a power of ten that is not below a value. */
    private static double roundAtLeast(double value) {
        double decade = decadeOf(value);
        for (int digit : ROUND) {
            if (digit * decade >= value * (1 - ROUNDING)) {
                return digit * decade;
            }
        }
        throw new AssertionError("10 times the decade is above " + value);
    }

    /** The relative position of a value, from 0 at the start to 1 at the end. */
    double shareOf(double value) {
        return isLogarithmic ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
    }
}
