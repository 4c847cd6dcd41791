package dev.kindred.matrix;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/** As {@link IntTable}, of long numbers. */
final class LongTable {

    private static final VarHandle NUMBERS = MethodHandles.arrayElementVarHandle(long[].class);
    private static final int PART_BITS = 12;
    private static final int MASK = (1 << PART_BITS) - 1;

    private volatile long[][] parts = new long[0][];

    /** Makes room for an index. */
    void ensure(int index) {
        long[][] current = parts;
        int needed = (index >> PART_BITS) + 1;
        if (needed > current.length) {
            long[][] more = Arrays.copyOf(current, needed);
            for (int part = current.length; part < needed; part++) {
                more[part] = new long[1 << PART_BITS];
            }
            parts = more;
        }
    }

    long get(int index) {
        return (long) NUMBERS.getAcquire(parts[index >> PART_BITS], index & MASK);
    }

    void set(int index, long number) {
        NUMBERS.setRelease(parts[index >> PART_BITS], index & MASK, number);
    }
}
