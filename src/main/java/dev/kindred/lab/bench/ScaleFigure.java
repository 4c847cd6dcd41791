package dev.kindred.lab.bench;

import dev.kindred.lab.bench.Scale.Growth;
import dev.kindred.lab.plot.Axis;
import dev.kindred.lab.plot.Chart;
import dev.kindred.lab.plot.Figure;
import dev.kindred.lab.plot.Series;
import dev.kindred.lab.plot.Series.Point;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Draws the growth of cost: for each dimension the times of a refresh, the speed of the writer and the memory of a
 * cell.
 */
final class ScaleFigure {

    private ScaleFigure() {}

    /** The figure of at least one growth; each has a point. */
    static Figure of(List<Growth> growths) {
        List<Chart> charts = growths.stream().flatMap(ScaleFigure::charts).toList();
        return new Figure("Growth of cost", charts);
    }

    private static Stream<Chart> charts(Growth growth) {
        List<Series> times = List.of(
                series("update, median", growth, point -> point.update().medianMicros()),
                series("update, p99", growth, point -> point.update().p99Micros()),
                series(
                        "from scratch, median",
                        growth,
                        point -> point.fromScratch().medianMicros()),
                series("from scratch, p99", growth, point -> point.fromScratch().p99Micros()));
        List<Series> speed = List.of(series("cells/s", growth, ScalePoint::cellsPerSecond));
        List<Series> memory = List.of(series("bytes/cell", growth, ScalePoint::bytesPerCell));
        return Stream.of(
                chart(growth, "Time of a refresh", Axis.logarithmic("µs"), times),
                chart(growth, "Speed of the matrix's writer", Axis.fromZero("cells/s"), speed),
                chart(growth, "Memory of the matrix", Axis.fromZero("bytes/cell"), memory));
    }

    private static Chart chart(Growth growth, String what, Axis y, List<Series> series) {
        String title = growth.dimension().title();
        return Chart.ofLines(what + " by " + title, Axis.logarithmic(title), y, series);
    }

    private static Series series(String name, Growth growth, ToDoubleFunction<ScalePoint> figure) {
        List<Point> points = growth.points().entrySet().stream()
                .map(entry -> Point.of(entry.getKey(), figure.applyAsDouble(entry.getValue())))
                .toList();
        return new Series(name, points);
    }
}
