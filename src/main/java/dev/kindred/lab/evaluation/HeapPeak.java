package dev.kindred.lab.evaluation;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;

/**
 * The most heap that was in use since a moment, garbage that was not yet collected included: the sum of the peaks of the
 * Java machine's memory pools, and so at least the true peak.
 */
final class HeapPeak {

    private static final double BYTES_PER_MB = 1e6;

    private final List<MemoryPoolMXBean> pools = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .toList();

    /** Starts now. */
    HeapPeak() {
        pools.forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    double megabytes() {
        return pools.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() / BYTES_PER_MB;
    }
}
