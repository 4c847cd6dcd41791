package dev.kindred.lab.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;

/** Measures the heap in use after garbage collection. */
final class LiveHeap {

    private static final int COLLECTIONS =
            3; // objects that one collection only marks, or hands to a cleaner, are freed by a later one

    private LiveHeap() {}

    /** Collects garbage, then returns the bytes in use. */
    static long bytes() {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        for (int i = 0; i < COLLECTIONS; i++) {
            memory.gc();
        }
        return memory.getHeapMemoryUsage().getUsed();
    }
}
