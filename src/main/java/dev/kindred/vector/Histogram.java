package dev.kindred.vector;

import dev.kindred.model.Require;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Counts for a few categories, one byte each. When a count would exceed 255, all counts are halved and rounded down.
 * The size is therefore fixed, proportions stay, and old events lose weight against new ones. Immutable.
 */
public final class Histogram {

    private static final int MAX_COUNT = 255;

    private final byte[] counts; // unsigned

    private Histogram(byte[] counts) {
        this.counts = counts;
    }

    /** A histogram with all counts 0. */
    public static Histogram empty(int size) {
        return new Histogram(new byte[size]);
    }

    /** A histogram of these unsigned counts; keeps the array. */
    public static Histogram wrap(byte[] counts) {
        return new Histogram(counts);
    }

    /**
     * The histogram of these counts.
     *
     * @throws IllegalArgumentException if one is not in [0, 255]
     */
    public static Histogram of(List<Integer> counts) {
        byte[] bytes = new byte[counts.size()];
        for (int i = 0; i < bytes.length; i++) {
            int count = counts.get(i);
            Require.that(count >= 0 && count <= MAX_COUNT, "a count must be in [0, 255]", count);
            bytes[i] = (byte) count;
        }
        return new Histogram(bytes);
    }

    /** All counts, in order. */
    public List<Integer> counts() {
        return IntStream.range(0, size()).mapToObj(this::count).toList();
    }

    /** The number of categories. */
    public int size() {
        return counts.length;
    }

    /** The count of the category at a position in [0, size), relative to the others: in [0, 255]. */
    public int count(int at) {
        return Byte.toUnsignedInt(counts[at]);
    }

    /** The sum of all counts. */
    public int total() {
        int total = 0;
        for (byte count : counts) {
            total += Byte.toUnsignedInt(count);
        }
        return total;
    }

    /** This histogram and one more event. */
    Histogram plusOne(int at) {
        boolean fits = count(at) < MAX_COUNT;
        byte[] next = new byte[size()];
        for (int i = 0; i < next.length; i++) {
            int count = count(i) + (i == at ? 1 : 0);
            next[i] = (byte) (fits ? count : count / 2);
        }
        return new Histogram(next);
    }

    /**
     * The sum of two histograms of the same size. It is halved at most once, because two bytes add up to at most 510.
     */
    Histogram plus(Histogram other) {
        boolean fits = IntStream.range(0, size()).allMatch(i -> count(i) + other.count(i) <= MAX_COUNT);
        byte[] sums = new byte[size()];
        for (int i = 0; i < sums.length; i++) {
            int sum = count(i) + other.count(i);
            sums[i] = (byte) (fits ? sum : sum / 2);
        }
        return new Histogram(sums);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Histogram histogram && Arrays.equals(counts, histogram.counts);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(counts);
    }

    /** The counts. */
    @Override
    public String toString() {
        return counts().toString();
    }
}
