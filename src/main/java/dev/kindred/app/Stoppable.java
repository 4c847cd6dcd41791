package dev.kindred.app;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Handles SIGTERM and Ctrl-C for a running task: a shutdown hook interrupts its thread and delays the end of the
 * process until the task has returned.
 */
public final class Stoppable {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private Stoppable() {}

    /** Runs a task that returns within a minute after an interrupt; otherwise as {@link #call(Callable, Duration)}. */
    public static <T> T call(Callable<T> work) throws Exception {
        return call(work, TIMEOUT);
    }

    /**
     * Runs a task in the calling thread.
     *
     * @param work must return soon after an interrupt
     * @param timeout how long the process waits for that before it ends all the same
     * @return the result of the task
     * @throws Exception the exception of the task
     */
    public static <T> T call(Callable<T> work, Duration timeout) throws Exception {
        CountDownLatch finished = new CountDownLatch(1);
        Thread worker = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(worker, finished, timeout), "stop"));
        try {
            return work.call();
        } finally {
            finished.countDown();
        }
    }

    private static void stop(Thread worker, CountDownLatch finished, Duration timeout) {
        if (finished.getCount() == 0) {
            return;
        }
        worker.interrupt();
        try {
            boolean inTime = finished.await(timeout.toMillis(), TimeUnit.MILLISECONDS);
            if (!inTime) {
                System.err.println("kindred: no clean shutdown within " + timeout.toSeconds() + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
