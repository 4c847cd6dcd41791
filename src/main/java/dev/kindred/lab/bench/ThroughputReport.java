package dev.kindred.lab.bench;

import java.io.PrintWriter;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Prints the measurements of all systems: medians, ratios to one system, the spread of the rounds, and bytes by topic.
 */
final class ThroughputReport {

    private static final double MEGABYTE = 1e6;
    private static final String HEAD =
            "%24s   events/s  ratio CPU µs/event  ratio  bytes/event  ratio RocksDB MB  heap MB";

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
        Lines.print(out, HEAD, "");
        measured.forEach(this::printFigures);
        Lines.print(
                out,
                "%n%-24s %21s %13s %21s %13s",
                "least and greatest round",
                "events/s",
                "ratio",
                "CPU µs/event",
                "ratio");
        measured.forEach(this::printSpread);
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

    /** The ratio of a round is that to the reference in the same round, so that a slow minute slows both. */
    private void printSpread(SystemUnderTest system, List<Throughput> runs) {
        Lines.print(
                out,
                "%-24s %21s %13s %21s %13s",
                system.name(),
                spread("%,.0f", each(runs, Throughput::eventsPerSecond)),
                spread("%.2f", ratios(runs, Throughput::eventsPerSecond)),
                spread("%.1f", each(runs, Throughput::cpuMicros)),
                spread("%.2f", ratios(runs, Throughput::cpuMicros)));
    }

    private static String spread(String format, DoubleStream figures) {
        DoubleSummaryStatistics spread = figures.summaryStatistics();
        return String.format(Locale.ROOT, format + " - " + format, spread.getMin(), spread.getMax());
    }

    private static DoubleStream each(List<Throughput> runs, ToDoubleFunction<Throughput> figure) {
        return runs.stream().mapToDouble(figure);
    }

    private DoubleStream ratios(List<Throughput> runs, ToDoubleFunction<Throughput> figure) {
        return IntStream.range(0, Math.min(runs.size(), reference.size()))
                .mapToDouble(
                        round -> figure.applyAsDouble(runs.get(round)) / figure.applyAsDouble(reference.get(round)));
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
