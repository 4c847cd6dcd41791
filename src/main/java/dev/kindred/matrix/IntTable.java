package dev.kindred.matrix;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/**
 * Numbers by index, 0 where none was set. It grows by parts and never moves a number, so a reader of an old part sees
 * every change. One thread writes, any number read.
 */
final class IntTable {

    private static final VarHandle NUMBERS = MethodHandles.arrayElementVarHandle(int[].class);
    private static final int PART_BITS = 12;
    private static final int MASK = (1 << PART_BITS) - 1;

    private volatile int[][] parts = new int[0][];

    /** Makes room for an index. */
    void ensure(int index) {
        int[][] current = parts;
        int needed = (index >> PART_BITS) + 1;
        if (needed > current.length) {
            int[][] more = Arrays.copyOf(current, needed);
            for (int part = current.length; part < needed; part++) {
                more[part] = new int[1 << PART_BITS];
            }
            parts = more;
        }
    }

    /** All indexes in use are below. */
    int capacity() {
        return parts.length << PART_BITS;
    }

    /** The number at an index below the capacity; whatever was written before it is visible, too. */
    int get(int index) {
        return (int) NUMBERS.getAcquire(parts[index >> PART_BITS], index & MASK);
    }

    void set(int index, int number) {
        NUMBERS.setRelease(parts[index >> PART_BITS], index & MASK, number);
    }

    /** Sets all numbers to 0. */
    void clear() {
        for (int[] part : parts) {
            Arrays.fill(part, 0);
        }
    }
}
