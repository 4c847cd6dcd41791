package dev.kindred.app;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Handles SIGTERM and Ctrl-C for a running task: a shutdown hook interrupts its thread and delays the end of the
 * process until the task has returned.
 */
public final class Stoppable {

    private static final long TIMEOUT_S = 60;

    private Stoppable() {}

    /**
     * Runs a task in the calling thread.
     *
     * @param work must return soon after an interrupt
     * @return the result of the task
     * @throws Exception the exception of the task
     */
    public static <T> T call(Callable<T> work) throws Exception {
        CountDownLatch finished = new CountDownLatch(1);
        Thread worker = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(worker, finished), "stop"));
        try {
            return work.call();
        } finally {
            finished.countDown();
        }
    }

    private static void stop(Thread worker, CountDownLatch finished) {
        if (finished.getCount() == 0) {
            return;
        }
        worker.interrupt();
        try {
            boolean inTime = finished.await(TIMEOUT_S, TimeUnit.SECONDS);
            if (!inTime) {
                System.err.println("kindred: no clean shutdown within " + TIMEOUT_S + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
