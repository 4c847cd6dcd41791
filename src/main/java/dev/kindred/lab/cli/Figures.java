package dev.kindred.lab.cli;

import dev.kindred.lab.evaluation.RunReport;
import dev.kindred.lab.evaluation.metrics.UserBootstrap.Interval;
import java.util.Locale;

/** Formats figures of evaluations. */
final class Figures {

    private Figures() {}

    /** A number between 0 and 1. */
    static String fraction(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }

    /** The mean of a metric, with its interval if there is one. */
    static String withInterval(RunReport run, String metric) {
        return fraction(run.accuracy().of(metric))
                + run.interval(metric).map(Figures::text).orElse("");
    }

    private static String text(Interval interval) {
        return " [" + fraction(interval.low()) + ", " + fraction(interval.high()) + "]";
    }
}
