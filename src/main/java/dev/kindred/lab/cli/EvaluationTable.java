package dev.kindred.lab.cli;

import dev.kindred.lab.evaluation.EvaluationReport;
import dev.kindred.lab.evaluation.RunReport;
import dev.kindred.lab.evaluation.metrics.Accuracy;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** An evaluation as a text table: one line per figure, one column per run. */
final class EvaluationTable {

    private static final int RUNS_SIDE_BY_SIDE = 4;
    private static final int NARROWEST_COLUMN = 23; // a mean with its interval

    private final EvaluationReport report;
    private final List<Line> lines = new ArrayList<>();

    private record Line(String title, Function<RunReport, String> cell) {}

    EvaluationTable(EvaluationReport report) {
        this.report = report;
        RunReport first = report.runs().get(0);
        lines.add(new Line("", run -> run.variant().strategy()));
        first.variant().settings().keySet().forEach(this::addSetting);
        first.accuracy().means().keySet().forEach(this::addMetric);
        addBeyondAccuracy(first);
        first.slices().keySet().forEach(this::addSlice);
        addCost();
    }

    private void addSetting(String key) {
        lines.add(new Line(key, run -> run.variant().settings().getOrDefault(key, "")));
    }

    private void addMetric(String metric) {
        lines.add(new Line(metric + "@" + report.k(), run -> Figures.withInterval(run, metric)));
    }

    private void addBeyondAccuracy(RunReport first) {
        lines.add(new Line(
                "coverage", run -> Figures.fraction(run.beyondAccuracy().coverage())));
        lines.add(new Line("gini", run -> Figures.fraction(run.beyondAccuracy().gini())));
        lines.add(new Line(
                "novelty (bits)", run -> text("%.2f", run.beyondAccuracy().novelty())));
        if (first.beyondAccuracy().diversity().isPresent()) {
            lines.add(new Line(
                    "diversity",
                    run -> Figures.fraction(run.beyondAccuracy().diversity().orElse(0))));
        }
    }

    private void addSlice(String name) {
        String title = name.replace('_', ' ');
        lines.add(new Line(title, run -> text("%,d", slice(run, name).predictions())));
        lines.add(new Line("  hr@" + report.k(), run -> mean(slice(run, name), "hr")));
        lines.add(new Line("  mrr@" + report.k(), run -> mean(slice(run, name), "mrr")));
    }

    private static String mean(Accuracy slice, String metric) {
        return slice.predictions() == 0 ? "-" : Figures.fraction(slice.of(metric));
    }

    private static Accuracy slice(RunReport run, String name) {
        return run.slices().getOrDefault(name, run.accuracy());
    }

    private void addCost() {
        lines.add(new Line("p50 (µs)", run -> text("%,.0f", run.cost().p50Us())));
        lines.add(new Line("p99 (µs)", run -> text("%,.0f", run.cost().p99Us())));
        lines.add(new Line("learned events/s", run -> text("%,.0f", run.cost().learnEventsPerSecond())));
        lines.add(new Line("peak memory (MB)", run -> text("%,.0f", run.cost().peakMemoryMb())));
    }

    private static String text(String format, Object value) {
        return String.format(Locale.ROOT, format, value);
    }

    void print(PrintWriter out) {
        RunReport first = report.runs().get(0);
        out.println(String.format(
                Locale.ROOT,
                "%s: %,d training and %,d test events, %,d predictions for %,d users, %,d items, excluded: %s",
                report.protocol(),
                report.trainingEvents(),
                report.testEvents(),
                first.accuracy().predictions(),
                first.beyondAccuracy().users(),
                first.beyondAccuracy().items(),
                report.exclusions()));
        for (int from = 0; from < report.runs().size(); from += RUNS_SIDE_BY_SIDE) {
            int to = Math.min(from + RUNS_SIDE_BY_SIDE, report.runs().size());
            out.println();
            print(report.runs().subList(from, to), out);
        }
        out.flush();
    }

    private void print(List<RunReport> runs, PrintWriter out) {
        int titles =
                lines.stream().mapToInt(line -> line.title().length()).max().orElse(0);
        for (Line line : lines) {
            StringBuilder text = new StringBuilder(padded(line.title(), titles));
            for (RunReport run : runs) {
                int width = Math.max(NARROWEST_COLUMN, run.variant().strategy().length());
                text.append("  ").append(padded(line.cell().apply(run), width));
            }
            out.println(text.toString().stripTrailing());
        }
    }

    private static String padded(String text, int width) {
        return String.format("%-" + width + "s", text);
    }
}
