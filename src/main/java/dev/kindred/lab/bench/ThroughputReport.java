package dev.kindred.lab.bench;

import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/** Prints the measurements of all systems: medians, ratios to one system, and bytes by topic. */
final class ThroughputReport {

    private static final double MEGABYTE = 1e6;

    private final PrintWriter out;
    private final Map<SystemUnderTest, List<Throughput>> measured;
    private final List<Throughput> reference;

    /**
     * A report.
     *
     * @param measured all rounds of each system, at least one
     * @param reference the system whose figures are 1.00 in the ratios
     */
    ThroughputReport(PrintWriter out, Map<SystemUnderTest, List<Throughput>> measured, SystemUnderTest reference) {
        this.out = out;
        this.measured = measured;
        this.reference = measured.getOrDefault(reference, List.of());
    }

    void print(String guarantee) {
        Lines.print(out, "%n%s", guarantee);
        Lines.print(
                out,
                "%-24s %10s %6s %12s %6s %12s %6s %10s %8s",
                "",
                "events/s",
                "ratio",
                "CPU µs/event",
                "ratio",
                "bytes/event",
                "ratio",
                "RocksDB MB",
                "heap MB");
        measured.forEach(this::printFigures);
        Lines.print(out, "%nbytes per event, by topic");
        measured.forEach(this::printTopics);
        Lines.print(out, "");
    }

    private void printFigures(SystemUnderTest system, List<Throughput> runs) {
        Lines.print(
                out,
                "%-24s %,10.0f %6.2f %12.1f %6.2f %,12.0f %6.2f %10.1f %8.1f",
                system.name(),
                Median.of(runs, Throughput::eventsPerSecond),
                ratio(runs, Throughput::eventsPerSecond),
                Median.of(runs, Throughput::cpuMicros),
                ratio(runs, Throughput::cpuMicros),
                Median.of(runs, Throughput::bytesWritten),
                ratio(runs, Throughput::bytesWritten),
                Median.of(runs, Throughput::storeBytes) / MEGABYTE,
                Median.of(runs, Throughput::heapBytes) / MEGABYTE);
    }

    private double ratio(List<Throughput> runs, ToDoubleFunction<Throughput> figure) {
        return Median.of(runs, figure) / Median.of(reference, figure);
    }

    /** In descending order; empty topics are left out. */
    private void printTopics(SystemUnderTest system, List<Throughput> runs) {
        TreeSet<String> topics = new TreeSet<>();
        runs.forEach(run -> topics.addAll(run.bytesByTopic().keySet()));
        topics.stream()
                .map(topic -> new TopicBytes(topic, Median.of(runs, run -> run.bytesInto(topic))))
                .filter(topic -> topic.bytes() > 0)
                .sorted(Comparator.comparingDouble(TopicBytes::bytes).reversed())
                .forEach(topic -> Lines.print(out, "%-24s %,10.1f  %s", system.name(), topic.bytes(), topic.name()));
    }

    private record TopicBytes(String name, double bytes) {}
}
