package dev.kindred.lab.plot;

import java.util.List;

/**
 * Figures by category, as groups of bars.
 *
 * @param title what the chart shows
 * @param x what the categories are; linear
 * @param y of the figures; linear, because lengths are compared
 * @param categories from left to right, all different
 * @param series at least one, with different names, each with one point for each category, in their order
 */
public record BarChart(String title, Axis x, Axis y, List<String> categories, List<Series> series) implements Chart {

    public BarChart {
        categories = List.copyOf(categories);
        series = List.copyOf(series);
        Chart.check(y, series);
        if (x.isLogarithmic() || y.isLogarithmic()) {
            throw new IllegalArgumentException("bars are compared by their lengths: both axes must be linear");
        }
        if (categories.stream().distinct().count() < categories.size()) {
            throw new IllegalArgumentException("categories must differ, got " + categories);
        }
        for (Series one : series) {
            checkPlaces(one, categories.size());
        }
    }

    private static void checkPlaces(Series series, int categories) {
        if (series.points().size() != categories) {
            throw new IllegalArgumentException("'" + series.name() + "' has "
                    + series.points().size() + " points for " + categories + " categories");
        }
        for (int place = 0; place < categories; place++) {
            if (series.points().get(place).x() != place) {
                throw new IllegalArgumentException("point " + place + " of '" + series.name() + "' stands at "
                        + series.points().get(place).x());
            }
        }
    }

    @Override
    public String place(double x) {
        return categories.get((int) x);
    }
}
