package dev.kindred.net;

import java.time.Duration;

/** Waits between two attempts; a test does not wait. */
@FunctionalInterface
public interface Pause {

    /** Sleeps. */
    Pause SLEEP = duration -> Thread.sleep(duration.toMillis());

    /**
     * Waits.
     *
     * @throws InterruptedException if the wait is to end early, and the work with it
     */
    void last(Duration duration) throws InterruptedException;
}
