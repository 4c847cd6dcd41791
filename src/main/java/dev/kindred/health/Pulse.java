package dev.kindred.health;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Notices that the whole process stood still, as after SIGSTOP or on a suspended machine. If that lasted long enough for
 * the brokers to give its partitions to others, the process does not know yet that it has lost them. It is suspect from
 * the first moment on until its stream has taken part in a rebalance, or has had the time to.
 *
 * <p>Thread safe. {@link #beat} is called several times per second.
 */
final class Pulse {

    private final long toleratedNs;
    private final LongSupplier nanoTime;
    private long lastBeatNs; // guarded by this
    private boolean wasStill; // guarded by this
    private long noticedNs; // guarded by this

    /**
     * A pulse that begins now.
     *
     * @param tolerated the longest pause after which the brokers still count this process as a member
     */
    Pulse(Duration tolerated, LongSupplier nanoTime) {
        this.toleratedNs = tolerated.toNanos();
        this.nanoTime = nanoTime;
        this.lastBeatNs = nanoTime.getAsLong();
    }

    /** Says that the process runs. */
    synchronized void beat() {
        long nowNs = nanoTime.getAsLong();
        if (nowNs - lastBeatNs > toleratedNs) {
            wasStill = true;
            noticedNs = nowNs;
        }
        lastBeatNs = nowNs;
    }

    /** Whether others may have this process's partitions; a look counts as a beat, so none comes too early. */
    synchronized boolean isSuspect() {
        beat();
        if (wasStill && lastBeatNs - noticedNs > 3 * toleratedNs) {
            wasStill = false;
        }
        return wasStill;
    }

    /** The stream runs after a rebalance: the partitions are its own. */
    synchronized void rejoined() {
        beat();
        wasStill = false;
    }
}
