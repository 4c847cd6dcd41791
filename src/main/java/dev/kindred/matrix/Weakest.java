package dev.kindred.matrix;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntComparator;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.Arrays;
import java.util.function.IntToLongFunction;

/** Chooses the rows, or columns, to evict. */
final class Weakest {

    /** The strength of what is not there. */
    static final long ABSENT = -1;

    private static final int PART = 16; // one part in so many makes room at once, as a choice looks at all

    private Weakest() {}

    /** Fewer cells are weaker, then an earlier touch. */
    static long strength(int cells, int touchedS) {
        return ((long) cells << 32) | Integer.toUnsignedLong(touchedS);
    }

    /**
     * Returns the weakest of more than a maximum number, so that a sixteenth of the maximum is free without them.
     *
     * @param end all indexes are below
     * @param ties the order of those with the same strength
     */
    static IntArrayList beyond(int maximum, int end, IntToLongFunction strength, IntComparator ties) {
        LongArrayList present = new LongArrayList();
        for (int index = 0; index < end; index++) {
            long value = strength.applyAsLong(index);
            if (value != ABSENT) {
                present.add(value);
            }
        }
        int count = Math.max(1, present.size() - (maximum - maximum / PART));
        long[] sorted = present.toLongArray();
        Arrays.sort(sorted);
        long last = sorted[count - 1];
        IntArrayList chosen = new IntArrayList();
        IntArrayList tied = new IntArrayList();
        for (int index = 0; index < end; index++) {
            long value = strength.applyAsLong(index);
            if (value != ABSENT && value <= last) {
                (value == last ? tied : chosen).add(index);
            }
        }
        tied.sort(ties);
        chosen.addAll(tied.subList(0, count - chosen.size()));
        return chosen;
    }
}
