package dev.kindred.lab.plot;

import java.util.List;

/**
 * Charts that are looked at together.
 *
 * @param title of the whole; a picture shows it only above several charts
 * @param charts at least one
 */
public record Figure(String title, List<Chart> charts) {

    public Figure {
        if (charts.isEmpty()) {
            throw new IllegalArgumentException("a figure needs a chart");
        }
        charts = List.copyOf(charts);
    }

    /** One chart alone. */
    public static Figure of(Chart chart) {
        return new Figure(chart.title(), List.of(chart));
    }
}
