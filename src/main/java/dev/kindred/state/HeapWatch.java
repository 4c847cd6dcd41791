package dev.kindred.state;

import com.sun.management.GarbageCollectorMXBean;
import com.sun.management.GcInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.Duration;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the restoration of a part of the model that does not fit into the heap, before the process does nothing but collect
 * garbage. It looks at the heap after collections: what is in use then is data. Not thread safe.
 */
final class HeapWatch {

    private static final Logger log = LoggerFactory.getLogger(HeapWatch.class);
    private static final long MEGABYTE = 1 << 20;
    private static final double FULL = 0.9; // a heap with more data than that spends its time with collections
    private static final double HEADROOM = 1.4; // of a heap that works well, to its data
    private static final long LEAST_BYTES_PER_RECORD = 30; // a cell of a user who has many
    private static final double LEAST_KNOWN = 0.01; // of the records; less says nothing of the rest
    private static final Duration PAUSE = Duration.ofSeconds(2); // after a collection that found room

    private final String store;
    private final long maxBytes;
    private final long bytesBefore;
    private final Set<String> pools = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .map(MemoryPoolMXBean::getName)
            .collect(Collectors.toSet());
    private long pauseEndsNs = System.nanoTime();
    private double lastDone; // at the last check; 0 before the first one

    /** Watches the heap of this process from now on. */
    HeapWatch(String store) {
        this(store, Runtime.getRuntime().maxMemory());
    }

    HeapWatch(String store, long maxBytes) {
        this.store = store;
        this.maxBytes = maxBytes;
        this.bytesBefore =
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** Warns if the records of a topic may not fit. They may: some may be former states of others. */
    void warnOf(long records) {
        long bytes = records * LEAST_BYTES_PER_RECORD;
        if (bytes > FULL * maxBytes) {
            log.warn(
                    "The topic of the {} has up to {} records, which may need a heap of {} MB, and the heap has {} MB (-Xmx)",
                    store,
                    records,
                    megabytes(HEADROOM * (double) bytes),
                    megabytes((double) maxBytes));
        }
    }

    /**
     * Returns if there is room for more records.
     *
     * @param done the part of the records that was applied, in (0, 1]
     * @throws HeapTooSmallException if there is none
     */
    void check(double done) {
        lastDone = done;
        if (System.nanoTime() - pauseEndsNs < 0 || usedAfter(lastCollection()) < FULL * maxBytes) {
            return;
        }
        Optional<GcInfo> before = lastCollection();
        System.gc(); // the last collection may have left garbage
        Optional<GcInfo> after = lastCollection();
        boolean isKnown = !after.map(GcInfo::getEndTime).equals(before.map(GcInfo::getEndTime));
        if (isKnown && usedAfter(after) >= FULL * maxBytes) {
            throw new HeapTooSmallException(sentence(usedAfter(after), done));
        }
        pauseEndsNs = System.nanoTime() + PAUSE.toNanos();
    }

    /**
     * Runs a restoration that calls {@link #check}.
     *
     * @throws HeapTooSmallException also if memory runs out between two checks, as where a large table grows
     */
    <T> T during(Supplier<T> restoration) {
        try {
            return restoration.get();
        } catch (OutOfMemoryError e) {
            throw new HeapTooSmallException(sentence(maxBytes, lastDone), e);
        }
    }

    private String sentence(long used, double done) {
        double all = bytesBefore + (used - bytesBefore) / Math.max(done, LEAST_KNOWN);
        return ("the %s does not fit into the heap of %d MB, which is full after %.0f %% of its topic: raise -Xmx to some %d MB,"
                        + " or lower matrix.items.max, matrix.users.max or matrix.column.capacity")
                .formatted(store, megabytes((double) maxBytes), 100 * done, megabytes(HEADROOM * all));
    }

    private static long megabytes(double bytes) {
        return Math.round(bytes / MEGABYTE);
    }

    private static Optional<GcInfo> lastCollection() {
        return ManagementFactory.getPlatformMXBeans(GarbageCollectorMXBean.class).stream()
                .map(GarbageCollectorMXBean::getLastGcInfo)
                .filter(Objects::nonNull)
                .max(Comparator.comparingLong(GcInfo::getEndTime));
    }

    private long usedAfter(Optional<GcInfo> collection) {
        return collection.stream()
                .flatMap(info -> info.getMemoryUsageAfterGc().entrySet().stream())
                .filter(pool -> pools.contains(pool.getKey()))
                .mapToLong(pool -> pool.getValue().getUsed())
                .sum();
    }
}
