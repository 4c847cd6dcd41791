package dev.kindred.lab.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.kindred.replay.Pace;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * What the last two thirds of a preloaded topic cost.
 *
 * @param eventsPerSecond by the clock
 * @param cpuMicros of the whole process, broker and garbage collection included, per event
 * @param bytesByTopic written to the logs of output, changelogs and everything else but the events, per event, as stored
 * @param storeBytes of all stores on disk, after a clean stop that flushed them
 * @param heapBytes that are live at the end and were not before the start: the subject, without the broker
 */
record Throughput(
        double eventsPerSecond,
        double cpuMicros,
        Map<String, Double> bytesByTopic,
        double storeBytes,
        double heapBytes) {

    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final long POLL_MS = 25;

    static Throughput measure(Arena arena, Subject subject, long events) throws Exception {
        arena.send(events, Pace.unlimited());
        long heapBefore = LiveHeap.bytes();
        Moment start = Moment.whenProcessed(arena, 0);
        Moment warm;
        Moment end;
        long heapAfter;
        try (AutoCloseable running = subject.start(arena.config())) {
            warm = Moment.whenProcessed(arena, events / 3);
            end = Moment.whenProcessed(arena, events);
            heapAfter = LiveHeap.bytes();
        }
        boolean wasTooFastToSee = warm.processed == end.processed; // then all of it counts, the start too
        return between(wasTooFastToSee ? start : warm, end, arena.storeBytes(), heapAfter - heapBefore);
    }

    private static Throughput between(Moment begin, Moment end, long storeBytes, long heapBytes) {
        double events = end.processed - begin.processed;
        double seconds = (end.clockNs - begin.clockNs) / 1e9;
        Map<String, Double> bytesByTopic = new HashMap<>();
        end.logBytes.forEach(
                (topic, bytes) -> bytesByTopic.put(topic, (bytes - begin.logBytes.getOrDefault(topic, 0L)) / events));
        double cpuMicros = (end.cpuNs - begin.cpuNs) / 1e3 / events;
        return new Throughput(events / seconds, cpuMicros, bytesByTopic, storeBytes, heapBytes);
    }

    /** Bytes per event into all topics. */
    double bytesWritten() {
        return bytesByTopic.values().stream().mapToDouble(bytes -> bytes).sum();
    }

    /** Bytes per event into one topic. */
    double bytesInto(String topic) {
        return bytesByTopic.getOrDefault(topic, 0.0);
    }

    private record Moment(long processed, long clockNs, long cpuNs, Map<String, Long> logBytes) {

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
            return new Moment(processed, System.nanoTime(), processCpuNs(), arena.logBytes());
        }

        private static long processCpuNs() {
            OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
            return system.getProcessCpuTime();
        }
    }
}
