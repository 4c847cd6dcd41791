package dev.kindred.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.kindred.replay.Pace;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/**
 * What the last two thirds of a preloaded topic cost.
 *
 * @param eventsPerSecond by the clock
 * @param cpuMicros of the whole process, broker and garbage collection included, per event
 * @param bytesWritten to the logs of output, changelogs and everything else but the events, per event
 */
record Throughput(double eventsPerSecond, double cpuMicros, double bytesWritten) {

    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final long POLL_MS = 25;

    static Throughput measure(Arena arena, Subject subject, long events) throws Exception {
        arena.send(events, Pace.unlimited());
        try (AutoCloseable running = subject.start(arena.config())) {
            Moment begin = Moment.whenProcessed(arena, events / 3);
            Moment end = Moment.whenProcessed(arena, events);
            return between(begin, end);
        }
    }

    private static Throughput between(Moment begin, Moment end) {
        double events = end.processed - begin.processed;
        double seconds = (end.clockNs - begin.clockNs) / 1e9;
        return new Throughput(
                events / seconds,
                (end.cpuNs - begin.cpuNs) / 1e3 / events,
                (end.bytesWritten - begin.bytesWritten) / events);
    }

    private record Moment(long processed, long clockNs, long cpuNs, long bytesWritten) {

        static Moment whenProcessed(Arena arena, long events) throws InterruptedException {
            long giveUp = System.nanoTime() + PATIENCE.toNanos();
            long processed = arena.processed();
            while (processed < events) {
                if (System.nanoTime() > giveUp) {
                    throw new IllegalStateException("only " + processed + " of " + events + " events were processed in "
                            + PATIENCE.toMinutes() + " minutes");
                }
                Thread.sleep(POLL_MS);
                processed = arena.processed();
            }
            return new Moment(processed, System.nanoTime(), processCpuNs(), arena.bytesWritten());
        }

        private static long processCpuNs() {
            OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
            return system.getProcessCpuTime();
        }
    }
}
