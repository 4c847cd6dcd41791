package dev.kindred.lab.plot;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One or more {@link Series} over two axes. */
public sealed interface Chart permits LineChart, BarChart {

    /** What the chart shows, in a few words. */
    String title();

    /** The horizontal axis. */
    Axis x();

    /** The vertical axis. */
    Axis y();

    /** What is drawn, at least one, in the order of the legend. */
    List<Series> series();

    /** A place on the horizontal axis in words, as the table of a page shows it. */
    String place(double x);

    /** Fails unless there is something to draw, under different names, and all of it has a place on the vertical axis. */
    static void check(Axis y, List<Series> series) {
        if (series.isEmpty()) {
            throw new IllegalArgumentException("a chart needs a series");
        }
        Set<String> names = new HashSet<>();
        for (Series one : series) {
            if (!names.add(one.name())) {
                throw new IllegalArgumentException("two series are called '" + one.name() + "'");
            }
            one.points().forEach(point -> y.check(point.y()));
        }
    }
}
