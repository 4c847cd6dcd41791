package dev.kindred.bench;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongUnaryOperator;

/** When requests are due, from the moment on at which it is made. Safe for many threads, which share the requests. */
final class Schedule {

    /** There are no more requests. */
    static final long OVER = Long.MAX_VALUE;

    private final long startNs = System.nanoTime();
    private final long durationNs;
    private final long warmUpNs;
    private final LongUnaryOperator dueAfterNs;
    private final AtomicLong taken = new AtomicLong();

    private Schedule(Duration duration, Duration warmUp, LongUnaryOperator dueAfterNs) {
        this.durationNs = duration.toNanos();
        this.warmUpNs = warmUp.toNanos();
        this.dueAfterNs = dueAfterNs;
    }

    /** Each client asks again as soon as it has its answer (closed loop): it shows how much a server can do. */
    static Schedule closedLoop(Duration duration) {
        long startNs = System.nanoTime();
        return new Schedule(duration, Duration.ZERO, request -> System.nanoTime() - startNs);
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
        return new Schedule(duration, duration.dividedBy(3), request -> (long) (request / rate * 1e9));
    }

    /** When the next request is due, by {@link System#nanoTime()}; {@link #OVER} if there is none. */
    long nextNs() {
        long dueAfter = dueAfterNs.applyAsLong(taken.getAndIncrement());
        return dueAfter < durationNs ? startNs + dueAfter : OVER;
    }

    /** Requests that are due earlier do not count. */
    long countFromNs() {
        return startNs + warmUpNs;
    }
}
