package dev.kindred.lab.cli;

import dev.kindred.lab.evaluation.RunReport;
import dev.kindred.lab.evaluation.metrics.Interval;
import java.util.Locale;

/** Figures of evaluations as people read them. */
final class Figures {

    private Figures() {}

    /** A number between 0 and 1. */
    static String fraction(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }

    /** The mean of a metric, with its interval where it has one. */
    static String withInterval(RunReport run, String metric) {
        return fraction(run.accuracy().of(metric))
                + run.interval(metric).map(Figures::text).orElse("");
    }

    private static String text(Interval interval) {
        return " [" + fraction(interval.low()) + ", " + fraction(interval.high()) + "]";
    }
}
