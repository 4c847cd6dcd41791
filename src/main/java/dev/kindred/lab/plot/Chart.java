package dev.kindred.lab.plot;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One or more {@link Series} over two axes: joined by lines over a quantity, or as groups of bars over categories.
 *
 * @param title of the chart
 * @param x the axis of the quantity or of the categories
 * @param y the axis of the figures; bars start at its zero, because readers compare their lengths
 * @param categories from left to right, all different; empty for lines
 * @param series at least one, with different names, in the order of the legend
 */
public record Chart(String title, Axis x, Axis y, List<String> categories, List<Series> series) {

    public Chart {
        categories = List.copyOf(categories);
        series = List.copyOf(series);
        if (series.isEmpty()) {
            throw new IllegalArgumentException("a chart needs a series");
        }
        Set<String> names = new HashSet<>();
        for (Series one : series) {
            if (!names.add(one.name())) {
                throw new IllegalArgumentException("two series have the name '" + one.name() + "'");
            }
            one.points().forEach(point -> x.check(point.x()));
            one.points().forEach(point -> y.check(point.y()));
        }
    }

    /** Figures over a quantity, joined by lines. */
    public static Chart ofLines(String title, Axis x, Axis y, List<Series> series) {
        return new Chart(title, x, y, List.of(), series);
    }

    /**
     * Figures by category, as groups of bars.
     *
     * @param series each with one point for each category, in their order
     */
    public static Chart ofBars(String title, Axis x, Axis y, List<String> categories, List<Series> series) {
        if (x.isLogarithmic() || y.isLogarithmic()) {
            throw new IllegalArgumentException("readers compare the lengths of bars: both axes must be linear");
        }
        if (categories.isEmpty() || Set.copyOf(categories).size() < categories.size()) {
            throw new IllegalArgumentException("categories must differ, got " + categories);
        }
        series.forEach(one -> checkPlaces(one, categories.size()));
        return new Chart(title, x, y, categories, series);
    }

    private static void checkPlaces(Series series, int categories) {
        if (series.points().size() != categories) {
            throw new IllegalArgumentException("'" + series.name() + "' has "
                    + series.points().size() + " points for " + categories + " categories");
        }
        for (int place = 0; place < categories; place++) {
            double x = series.points().get(place).x();
            if (x != place) {
                throw new IllegalArgumentException("point " + place + " of '" + series.name() + "' has x " + x);
            }
        }
    }

    boolean hasBars() {
        return !categories.isEmpty();
    }

    /** The label of a place on the horizontal axis. */
    String place(double x) {
        return hasBars() ? categories.get((int) x) : Numbers.plain(x);
    }
}
