package dev.kindred.state;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Bytes that the caches of several tasks may take together. A cache above its fair share gives way to the others at its
 * next change, so that for a while they may exceed the limit, but never by more than the limit. Safe for many threads.
 */
public final class MemoryBudget {

    private final long limitBytes;
    private final AtomicLong usedBytes = new AtomicLong();
    private final AtomicInteger caches = new AtomicInteger();

    /** A budget of which nothing is used yet. */
    public MemoryBudget(long limitBytes) {
        this.limitBytes = limitBytes;
    }

    void join() {
        caches.incrementAndGet();
    }

    void leave() {
        caches.decrementAndGet();
    }

    /** What each cache may keep even when others have used up the budget. */
    long fairShareBytes() {
        return limitBytes / Math.max(1, caches.get());
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
