package dev.kindred.lab.plot;

import java.util.List;

/**
 * Figures over a quantity, joined by lines.
 *
 * @param title what the chart shows
 * @param x the quantity
 * @param y of the figures
 * @param series at least one, with different names
 */
public record LineChart(String title, Axis x, Axis y, List<Series> series) implements Chart {

    public LineChart {
        series = List.copyOf(series);
        Chart.check(y, series);
        for (Series one : series) {
            one.points().forEach(point -> x.check(point.x()));
        }
    }

    @Override
    public String place(double x) {
        return Numbers.plain(x);
    }
}
