package dev.kindred.math;

import java.util.Arrays;

/** Ranks without gaps: the least values have rank 0, equal values the same one. Not thread safe; reuse it. */
public final class DenseRanks {

    private long[] sorted = new long[16];

    /**
     * Ranks the first {@code size} values.
     *
     * @param into receives their ranks
     * @param at where to put the first
     * @return how many different values there are
     */
    public int rank(long[] values, int size, int[] into, int at) {
        int different = sortDifferent(values, size);
        for (int i = 0; i < size; i++) {
            into[at + i] = Arrays.binarySearch(sorted, 0, different, values[i]);
        }
        return different;
    }

    private int sortDifferent(long[] values, int size) {
        if (size > sorted.length) {
            sorted = new long[2 * size];
        }
        System.arraycopy(values, 0, sorted, 0, size);
        Arrays.sort(sorted, 0, size);
        int different = 0;
        for (int i = 0; i < size; i++) {
            if (i == 0 || sorted[i] != sorted[different - 1]) {
                sorted[different++] = sorted[i];
            }
        }
        return different;
    }
}
