package dev.kindred.lab.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.kindred.replay.Pace;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * The cost of processing the last two thirds of a preloaded topic.
 *
 * @param eventsPerSecond by the clock
 * @param cpuMicros of the whole process, broker and garbage collection included, per event
 * @param bytesByTopic written to the logs of output, changelogs and everything else except the events, per event, as
 *     stored
 * @param storeBytes of all stores on disk, after a clean stop that flushed them
 * @param heapBytes difference of the live heap between end and start: the system without the broker
 */
record Throughput(
        double eventsPerSecond,
        double cpuMicros,
        Map<String, Double> bytesByTopic,
        double storeBytes,
        double heapBytes) {

    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final long POLL_MS = 25;

    static Throughput measure(Environment environment, SystemUnderTest system, long events) throws Exception {
        environment.send(events, Pace.unlimited());
        long heapBefore = LiveHeap.bytes();
        Moment start = Moment.whenProcessed(environment, 0);
        Moment warm;
        Moment end;
        long heapAfter;
        try (AutoCloseable running = system.start(environment.config())) {
            warm = Moment.whenProcessed(environment, events / 3);
            end = Moment.whenProcessed(environment, events);
            heapAfter = LiveHeap.bytes();
        }
        boolean wasTooFastToSee = warm.processed == end.processed; // then the whole run counts, including the start
        return between(wasTooFastToSee ? start : warm, end, environment.storeBytes(), heapAfter - heapBefore);
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

        static Moment whenProcessed(Environment environment, long events) throws InterruptedException {
            long giveUp = System.nanoTime() + PATIENCE.toNanos();
            long processed = environment.processed();
            while (processed < events) {
                if (System.nanoTime() > giveUp) {
                    throw new IllegalStateException("only " + processed + " of " + events + " events were processed in "
                            + PATIENCE.toMinutes() + " minutes");
                }
                Thread.sleep(POLL_MS);
                processed = environment.processed();
            }
            return new Moment(processed, System.nanoTime(), processCpuNs(), environment.logBytes());
        }

        private static long processCpuNs() {
            OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
            return system.getProcessCpuTime();
        }
    }
}
