package dev.kindred.lab.cli;

import dev.kindred.lab.evaluation.RunReport;
import dev.kindred.lab.evaluation.tuning.Gain;
import dev.kindred.lab.evaluation.tuning.Tuner;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** The result of a search as text: the figures before and after, and the options to paste. */
record TuningTable(String protocol, String metric, int k, Tuner.Report report) {

    private static final List<String> METRICS = List.of("hr", "mrr", "ndcg"); // the metrics with intervals

    void print(PrintWriter out) {
        out.println(String.format(
                Locale.ROOT,
                "%s: %,d settings tried for %s@%d, on training data alone: %,d events to learn, %,d to predict",
                protocol,
                report.trials(),
                metric,
                k,
                report.trainingEvents(),
                report.validationEvents()));
        out.println();
        out.println(row("", METRICS.stream().map(name -> name + "@" + k).toList()));
        out.println(row("configured", figures(report.configured())));
        if (report.hasImproved()) {
            out.println(row("best", figures(report.best())));
            out.println();
            out.println(gain(report.gain()));
            printOptions(out);
        } else {
            out.println();
            out.println("No other settings are better than the configured ones.");
        }
        out.flush();
    }

    private static String row(String title, List<String> cells) {
        StringBuilder row = new StringBuilder(String.format("%-12s", title));
        cells.forEach(cell -> row.append(String.format("%-25s", cell)));
        return row.toString().stripTrailing();
    }

    private static List<String> figures(RunReport run) {
        return METRICS.stream().map(name -> Figures.withInterval(run, name)).toList();
    }

    private String gain(Gain gain) {
        if (gain.predictions() == 0) {
            return "There are too few events to measure the gain.";
        }
        return String.format(
                Locale.ROOT,
                "Expected gain of %s@%d, measured on %,d predictions that the search did not see: %+.4f [%+.4f, %+.4f]%s",
                metric,
                k,
                gain.predictions(),
                gain.mean(),
                gain.interval().low(),
                gain.interval().high(),
                gain.mayBeChance() ? ", which may be chance" : "");
    }

    private void printOptions(PrintWriter out) {
        out.println();
        report.best().variant().settings().forEach((key, value) -> out.println("--set " + key + "=" + value));
    }
}
