package dev.kindred.testing;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what other threads bring about, and fails in words when it does not come. */
public final class Wait {

    private static final Duration PAUSE = Duration.ofMillis(10);

    private Wait() {}

    /**
     * Returns as soon as a condition holds.
     *
     * @param deadline the longest wait
     * @param what the condition in words, as the end of "waited 5 s for ..."
     * @param condition looked at every few milliseconds, on the calling thread
     * @throws AssertionError if the condition does not hold in time, or the thread is interrupted
     */
    public static void until(Duration deadline, String what, BooleanSupplier condition) {
        long giveUp = System.nanoTime() + deadline.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() >= giveUp) {
                throw new AssertionError("waited " + deadline.toMillis() / 1000.0 + " s for " + what);
            }
            if (Thread.currentThread().isInterrupted()) {
                throw new AssertionError("interrupted while waiting for " + what);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
