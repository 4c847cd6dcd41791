package dev.kindred.lab.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;

/** How much of the heap is in use, once all garbage is gone. */
final class LiveHeap {

    private static final int COLLECTIONS = 3; // what the first one only marks, or hands to a cleaner, a later one frees

    private LiveHeap() {}

    /** Collects garbage, then tells the bytes that are left. */
    static long bytes() {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        for (int i = 0; i < COLLECTIONS; i++) {
            memory.gc();
        }
        return memory.getHeapMemoryUsage().getUsed();
    }
}
