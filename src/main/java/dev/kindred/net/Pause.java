package dev.kindred.net;

import java.time.Duration;

/** Waits between two attempts; tests replace it and do not wait. */
@FunctionalInterface
public interface Pause {

    /** Sleeps. */
    Pause SLEEP = duration -> Thread.sleep(duration.toMillis());

    /**
     * Waits.
     *
     * @throws InterruptedException if the thread is interrupted
     */
    void last(Duration duration) throws InterruptedException;
}
