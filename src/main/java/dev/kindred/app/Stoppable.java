package dev.kindred.app;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets SIGTERM and Ctrl-C end a piece of work in good order: its thread is interrupted, and the process waits until the
 * work has returned.
 */
public final class Stoppable {

    private static final long PATIENCE_S = 60;

    private Stoppable() {}

    /**
     * Does the work in the calling thread.
     *
     * @param work returns soon after an interrupt
     * @return what the work returns
     * @throws Exception what the work throws
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
            boolean inTime = finished.await(PATIENCE_S, TimeUnit.SECONDS);
            if (!inTime) {
                System.err.println("kindred: gave up waiting for an orderly end after " + PATIENCE_S + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
