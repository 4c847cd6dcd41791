package dev.kindred.replay;

import dev.kindred.model.Interaction;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Determines when the next event is due. Not thread safe. */
public abstract class Pace {

    private final long startNs = System.nanoTime();

    /** As fast as the broker accepts them. */
    public static Pace unlimited() {
        return new Pace() {
            @Override
            long dueAfterNs(Interaction event) {
                return 0;
            }
        };
    }

    /**
     * Evenly spread.
     *
     * @param events per second, positive
     */
    public static Pace perSecond(double events) {
        return new Pace() {
            private long sent;

            @Override
            long dueAfterNs(Interaction event) {
                return (long) (sent++ / events * 1e9);
            }
        };
    }

    /**
     * The original timing of the events, accelerated.
     *
     * @param factor 1 for the original speed, 60 for a minute in a second
     */
    public static Pace timesOriginal(double factor) {
        return new Pace() {
            private long firstMs = Long.MIN_VALUE;

            @Override
            long dueAfterNs(Interaction event) {
                firstMs = firstMs == Long.MIN_VALUE ? event.timestampMs() : firstMs;
                return (long) ((event.timestampMs() - firstMs) * 1e6 / factor);
            }
        };
    }

    /** Nanoseconds after the start at which the event is due. */
    abstract long dueAfterNs(Interaction event);

    /**
     * Waits until the event is due.
     *
     * @throws InterruptedException if the thread is interrupted, even if the event is already due
     */
    public final void await(Interaction event) throws InterruptedException {
        long dueNs = startNs + dueAfterNs(event);
        long waitNs = dueNs - System.nanoTime();
        while (waitNs > 0 && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(Math.min(waitNs, TimeUnit.SECONDS.toNanos(1)));
            waitNs = dueNs - System.nanoTime();
        }
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }
}
