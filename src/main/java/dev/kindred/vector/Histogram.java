package dev.kindred.vector;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How often each of a few things came, in a byte each. Where a count would grow beyond 255, all of them are halved, rounding
 * down: so the size is fixed, proportions stay, and what came long ago gives way to what comes now. Immutable.
 */
public final class Histogram {

    private static final int MOST = 255;

    private final byte[] counts; // unsigned

    private Histogram(byte[] counts) {
        this.counts = counts;
    }

    /** Nothing has come yet. */
    public static Histogram empty(int size) {
        return new Histogram(new byte[size]);
    }

    /** The histogram of these counts, unsigned; keeps the array. */
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
            if (count < 0 || count > MOST) {
                throw new IllegalArgumentException("a count must be in [0, 255], got " + count);
            }
            bytes[i] = (byte) count;
        }
        return new Histogram(bytes);
    }

    /** All counts, in order. */
    public List<Integer> counts() {
        return IntStream.range(0, size()).mapToObj(this::count).toList();
    }

    /** How many things are told apart. */
    public int size() {
        return counts.length;
    }

    /** How often the thing at a place in [0, size) came, in relation to the others: in [0, 255]. */
    public int count(int at) {
        return Byte.toUnsignedInt(counts[at]);
    }

    /** All counts added up. */
    public int total() {
        int total = 0;
        for (byte count : counts) {
            total += Byte.toUnsignedInt(count);
        }
        return total;
    }

    /** This, and one thing more. */
    Histogram plusOne(int at) {
        boolean fits = count(at) < MOST;
        byte[] grown = new byte[size()];
        for (int i = 0; i < grown.length; i++) {
            int count = count(i) + (i == at ? 1 : 0);
            grown[i] = (byte) (fits ? count : count / 2);
        }
        return new Histogram(grown);
    }

    /** What both have seen, which must tell the same things apart; halved once at most, as two bytes add up to 510. */
    Histogram plus(Histogram other) {
        boolean fits = IntStream.range(0, size()).allMatch(i -> count(i) + other.count(i) <= MOST);
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
