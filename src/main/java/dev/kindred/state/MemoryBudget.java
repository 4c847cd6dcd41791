package dev.kindred.state;

import java.util.concurrent.atomic.AtomicLong;

/** Bytes that the caches of several tasks may take together. Safe for many threads. */
public final class MemoryBudget {

    private final long limitBytes;
    private final AtomicLong usedBytes = new AtomicLong();

    /** A budget of which nothing is used yet. */
    public MemoryBudget(long limitBytes) {
        this.limitBytes = limitBytes;
    }

    void use(long bytes) {
        usedBytes.addAndGet(bytes);
    }

    boolean isExceeded() {
        return usedBytes.get() > limitBytes;
    }

    /** Bytes in use now. */
    public long usedBytes() {
        return usedBytes.get();
    }
}
