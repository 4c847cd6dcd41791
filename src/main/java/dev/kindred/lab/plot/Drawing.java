package dev.kindred.lab.plot;

import dev.kindred.lab.plot.Series.Point;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** A chart as an SVG element; its colors are those of the page's style sheet, {@code s0}, {@code s1} and so on. */
final class Drawing {

    /** Number of colors and marks; further series reuse them. */
    static final int STYLES = 7;

    /** The marks that distinguish series in prints without color; around the origin. */
    private static final List<String> MARKS = List.of(
            "M-4-4H4V4H-4Z",
            "M0-5L5 4H-5Z",
            "M0-6L5 0L0 6L-5 0Z",
            "M0 5L-5-4H5Z",
            "M-5-2H-2V-5H2V-2H5V2H2V5H-2V2H-5Z",
            "M-5-5L0-2L5-5L2 0L5 5L0 2L-5 5L-2 0Z",
            "M-6-2H6V2H-6Z");

    private static final int WIDTH = 860;
    private static final int HEIGHT = 420; // of the part above the labels of the horizontal axis
    private static final int LEFT = 80;
    private static final int RIGHT = 840;
    private static final int TOP = 15;
    private static final int LETTER = 7; // at most, on average
    private static final double FILLED = 0.7; // of a category's width

    private final Chart chart;
    private final Range x;
    private final Range y;
    private final StringBuilder svg = new StringBuilder();

    private Drawing(Chart chart) {
        this.chart = chart;
        this.x = range(chart.x(), Point::x, Point::x, false);
        this.y = range(
                chart.y(),
                point -> point.hasErrorBar(chart.y()) ? point.y() - point.error() : point.y(),
                point -> point.hasErrorBar(chart.y()) ? point.y() + point.error() : point.y(),
                chart.hasBars());
    }

    private Range range(Axis axis, ToDoubleFunction<Point> from, ToDoubleFunction<Point> to, boolean hasZero) {
        List<Point> points = chart.series().stream()
                .flatMap(series -> series.points().stream())
                .toList();
        double least = points.stream().mapToDouble(from).min().orElseThrow();
        double greatest = points.stream().mapToDouble(to).max().orElseThrow();
        return axis.startsAtZero() || hasZero
                ? Range.of(axis.startsAtZero() ? 0 : Math.min(0, least), Math.max(0, greatest), false)
                : Range.of(least, greatest, axis.isLogarithmic());
    }

    static String of(Chart chart) {
        return new Drawing(chart).draw();
    }

    /** The mark of a series, as the legend shows it. */
    static String mark(int series) {
        return "<svg class=\"mark s%d\" viewBox=\"-8 -8 16 16\"><path d=\"%s\"/></svg>"
                .formatted(series % STYLES, MARKS.get(series % STYLES));
    }

    private String draw() {
        boolean slanted = chart.hasBars() && longestLabel() * LETTER > categoryWidth();
        int bottom = HEIGHT + (slanted ? 30 + longestLabel() * LETTER / 2 : 30);
        add(
                "<svg viewBox=\"0 0 %d %d\" role=\"img\">\n<title>%s</title>\n",
                WIDTH, bottom + 25, Page.escaped(inWords()));
        drawValueAxis();
        if (chart.hasBars()) {
            drawCategories(slanted);
        } else {
            drawQuantityAxis();
        }
        add("<text class=\"name\" x=\"%d\" y=\"%d\">%s</text>\n", (LEFT + RIGHT) / 2, bottom + 15, escaped(chart.x()));
        for (int i = 0; i < chart.series().size(); i++) {
            add("<g class=\"s%d\">\n", i % STYLES);
            if (chart.hasBars()) {
                drawBars(i);
            } else {
                drawLine(i);
            }
            svg.append("</g>\n");
        }
        return svg.append("</svg>\n").toString();
    }

    private String inWords() {
        List<String> names = chart.series().stream().map(Series::name).toList();
        return chart.title() + ": " + chart.y().name() + " over " + chart.x().name() + " of "
                + String.join(", ", names);
    }

    private static String escaped(Axis axis) {
        return Page.escaped(axis.name());
    }

    private void drawValueAxis() {
        for (double tick : y.ticks()) {
            add("<path class=\"grid\" d=\"M%d %.1fH%d\"/>", LEFT, down(tick), RIGHT);
            add("<text class=\"y\" x=\"%d\" y=\"%.1f\">%s</text>\n", LEFT - 8, down(tick) + 4, Numbers.tick(tick));
        }
        int middle = (TOP + HEIGHT) / 2;
        add("<text class=\"name\" transform=\"translate(18 %d) rotate(-90)\">%s</text>\n", middle, escaped(chart.y()));
    }

    private void drawQuantityAxis() {
        for (double tick : x.ticks()) {
            add("<path class=\"grid\" d=\"M%.1f %dV%d\"/>", across(tick), TOP, HEIGHT);
            add("<text class=\"x\" x=\"%.1f\" y=\"%d\">%s</text>\n", across(tick), HEIGHT + 20, Numbers.tick(tick));
        }
    }

    private void drawCategories(boolean slanted) {
        for (int i = 0; i < chart.categories().size(); i++) {
            add(
                    "<text class=\"%s\" transform=\"translate(%.1f %d)%s\">%s</text>\n",
                    slanted ? "y" : "x",
                    LEFT + (i + 0.5) * categoryWidth(),
                    HEIGHT + 20,
                    slanted ? " rotate(-30)" : "",
                    Page.escaped(chart.categories().get(i)));
        }
    }

    private int longestLabel() {
        return chart.categories().stream().mapToInt(String::length).max().orElseThrow();
    }

    private double categoryWidth() {
        return (RIGHT - LEFT) / (double) chart.categories().size();
    }

    private void drawBars(int series) {
        double width = FILLED * categoryWidth() / chart.series().size();
        for (Point point : chart.series().get(series).points()) {
            double left = LEFT + (point.x() + (1 - FILLED) / 2) * categoryWidth() + series * width;
            double top = down(Math.max(0, point.y()));
            double height = down(Math.min(0, point.y())) - top;
            add("<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\">", left, top, width - 1, height);
            add("%s</rect>\n", tip(series, point));
            drawErrorBar("bar", point, left + width / 2);
        }
    }

    private void drawLine(int series) {
        List<Point> points = chart.series().get(series).points();
        svg.append("<polyline points=\"");
        points.forEach(point -> add("%.1f,%.1f ", across(point.x()), down(point.y())));
        svg.append("\"/>\n");
        for (Point point : points) {
            drawErrorBar("line", point, across(point.x()));
            add(
                    "<path transform=\"translate(%.1f %.1f)\" d=\"%s\">",
                    across(point.x()), down(point.y()), MARKS.get(series % STYLES));
            add("%s</path>\n", tip(series, point));
        }
    }

    private void drawErrorBar(String of, Point point, double across) {
        if (point.hasErrorBar(chart.y())) {
            double high = down(point.y() + point.error());
            double low = down(point.y() - point.error());
            add("<path class=\"error %s\" d=\"M%.1f %.1fh8m-4 0V%.1fm-4 0h8\"/>\n", of, across - 4, high, low);
        }
    }

    /** The tooltip of a point. */
    private String tip(int series, Point point) {
        String name = chart.series().get(series).name();
        return "<title>" + Page.escaped(name + ", " + chart.place(point.x()) + ": " + point.inWords()) + "</title>";
    }

    private double across(double value) {
        return LEFT + x.shareOf(value) * (RIGHT - LEFT);
    }

    private double down(double value) {
        return HEIGHT - y.shareOf(value) * (HEIGHT - TOP);
    }

    private void add(String format, Object... arguments) {
        svg.append(String.format(Locale.ROOT, format, arguments));
    }
}
