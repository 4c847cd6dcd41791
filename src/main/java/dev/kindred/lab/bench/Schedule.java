package dev.kindred.lab.bench;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** When requests are due, from the moment on at which it is made. Safe for many threads, which share the requests. */
final class Schedule {

    /** There are no more requests. */
    static final long OVER = Long.MAX_VALUE;

    private final long startNs = System.nanoTime();
    private final long durationNs;
    private final long warmUpNs;
    private final Due due;
    private final AtomicLong taken = new AtomicLong();

    /** How long after the start a request is due. */
    @FunctionalInterface
    private interface Due {

        /**
         * The time in nanoseconds.
         *
         * @param request its number, from 0
         * @param elapsedNs since the start
         */
        long afterNs(long request, long elapsedNs);
    }

    private Schedule(Duration duration, Duration warmUp, Due due) {
        this.durationNs = duration.toNanos();
        this.warmUpNs = warmUp.toNanos();
        this.due = due;
    }

    /** Each client asks again as soon as it has its answer (closed loop): it shows how much a server can do. */
    static Schedule closedLoop(Duration duration) {
        return new Schedule(duration, Duration.ZERO, (request, elapsedNs) -> elapsedNs);
    }

    /**
     * Requests are due evenly spread, whatever became of earlier ones (open loop). So an answer that lets others wait
     * counts with their waiting too. The first third of the time warms up.
     *
     * <p>Source: G. Tene, <em>How NOT to Measure Latency</em> (2013), on coordinated omission.
     *
     * @param rate requests per second, positive
     */
    static Schedule openLoop(double rate, Duration duration) {
        return new Schedule(duration, duration.dividedBy(3), (request, elapsedNs) -> (long) (request / rate * 1e9));
    }

    /** When the next request is due, by {@link System#nanoTime()}; {@link #OVER} if there is none. */
    long nextNs() {
        long dueAfter = due.afterNs(taken.getAndIncrement(), System.nanoTime() - startNs);
        return dueAfter < durationNs ? startNs + dueAfter : OVER;
    }

    /** Requests that are due earlier do not count. */
    long countFromNs() {
        return startNs + warmUpNs;
    }
}
