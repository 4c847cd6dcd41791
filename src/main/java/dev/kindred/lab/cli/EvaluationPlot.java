package dev.kindred.lab.cli;

import dev.kindred.lab.evaluation.EvaluationReport;
import dev.kindred.lab.evaluation.RunReport;
import dev.kindred.lab.plot.Axis;
import dev.kindred.lab.plot.Chart;
import dev.kindred.lab.plot.Figure;
import dev.kindred.lab.plot.Series;
import dev.kindred.lab.plot.Series.Point;
import java.util.ArrayList;
import java.util.List;

/** An evaluation as charts: the main metrics of each run, and its hit rate by length of list. */
record EvaluationPlot(EvaluationReport report) {

    Figure figure() {
        return new Figure(
                "Evaluation, %s, excluded: %s".formatted(report.protocol(), report.exclusions()),
                List.of(mainMetrics(), hitRates()));
    }

    private Chart mainMetrics() {
        return Chart.ofBars(
                "Hit rate and mean reciprocal rank, with 95 % intervals",
                Axis.linear("run"),
                Axis.linear("mean over predictions"),
                report.runs().stream().map(run -> run.variant().label()).toList(),
                List.of(metric("hr"), metric("mrr")));
    }

    private Series metric(String name) {
        List<Point> points = new ArrayList<>();
        for (RunReport run : report.runs()) {
            points.add(new Point(points.size(), run.accuracy().of(name), halfWidth(run, name)));
        }
        return new Series(name + "@" + report.k(), points);
    }

    /** Error bars are symmetric; a percentile interval is nearly symmetric with many users. */
    private static double halfWidth(RunReport run, String metric) {
        return run.interval(metric)
                .map(interval -> (interval.high() - interval.low()) / 2)
                .orElse(0.0);
    }

    private Chart hitRates() {
        return Chart.ofLines(
                "Hit rate by length of list",
                Axis.linear("items in a list"),
                Axis.linear("hit rate"),
                report.runs().stream().map(EvaluationPlot::hitRates).toList());
    }

    private static Series hitRates(RunReport run) {
        List<Point> points = new ArrayList<>();
        for (double hitRate : run.hitRates()) {
            points.add(Point.of(points.size() + 1.0, hitRate));
        }
        return new Series(run.variant().label(), points);
    }
}
