package dev.kindred.math;

import java.util.Arrays;

/** Ranks without gaps: the least value has rank 0, and equal values have equal ranks. Not thread safe; reuse it. */
public final class DenseRanks {

    private long[] sorted = new long[16];

    /**
     * Ranks the first {@code size} values.
     *
     * @param into receives the ranks
     * @param at the position of the first rank in {@code into}
     * @return the number of different values
     */
    public int rank(long[] values, int size, int[] into, int at) {
        int distinct = sortDistinct(values, size);
        for (int i = 0; i < size; i++) {
            into[at + i] = Arrays.binarySearch(sorted, 0, distinct, values[i]);
        }
        return distinct;
    }

    private int sortDistinct(long[] values, int size) {
        if (size > sorted.length) {
            sorted = new long[2 * size];
        }
        System.arraycopy(values, 0, sorted, 0, size);
        Arrays.sort(sorted, 0, size);
        int distinct = 0;
        for (int i = 0; i < size; i++) {
            if (i == 0 || sorted[i] != sorted[distinct - 1]) {
                sorted[distinct++] = sorted[i];
            }
        }
        return distinct;
    }
}
