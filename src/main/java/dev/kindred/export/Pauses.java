package dev.kindred.export;

import java.time.Duration;

/** Waits between two attempts. */
@FunctionalInterface
interface Pauses {

    /**
     * Waits.
     *
     * @throws InterruptedException if the wait is to end early, and the work with it
     */
    void sleep(Duration pause) throws InterruptedException;
}
