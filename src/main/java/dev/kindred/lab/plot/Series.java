package dev.kindred.lab.plot;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Figures that belong together and share a color.
 *
 * @param name as the legend shows it
 * @param points at least one; in a {@link LineChart} they are joined in this order
 */
public record Series(String name, List<Point> points) {

    public Series {
        if (points.isEmpty()) {
            throw new IllegalArgumentException("a series needs a point, '" + name + "' has none");
        }
        points = List.copyOf(points);
    }

    /** One figure for each category of a {@link BarChart}, in their order and without error bars. */
    public static Series ofCategories(String name, List<Double> figures) {
        return new Series(
                name,
                IntStream.range(0, figures.size())
                        .mapToObj(place -> Point.of(place, figures.get(place)))
                        .toList());
    }

    boolean hasErrors() {
        return points.stream().anyMatch(point -> point.error() > 0);
    }
}
