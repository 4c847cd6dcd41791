package dev.kindred.state;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The memory that the caches of several tasks may use together. A cache above its fair share shrinks at its next
 * change. Until then the caches may exceed the limit, but never by more than the limit. Thread safe.
 */
public final class MemoryBudget {

    private final long limitBytes;
    private final AtomicLong usedBytes = new AtomicLong();
    private final AtomicInteger caches = new AtomicInteger();

    /** An unused budget. */
    public MemoryBudget(long limitBytes) {
        this.limitBytes = limitBytes;
    }

    void join() {
        caches.incrementAndGet();
    }

    void leave() {
        caches.decrementAndGet();
    }

    /** The size that each cache may keep even when others have used up the budget. */
    long fairShareBytes() {
        return limitBytes / Math.max(1, caches.get());
    }

    void use(long bytes) {
        usedBytes.addAndGet(bytes);
    }

    boolean isExceeded() {
        return usedBytes.get() > limitBytes;
    }

    /** The bytes in use. */
    public long usedBytes() {
        return usedBytes.get();
    }
}
