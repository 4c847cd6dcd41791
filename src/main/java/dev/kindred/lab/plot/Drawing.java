package dev.kindred.lab.plot;

import java.util.List;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.internal.chartpart.IChart;

/** Charts as the library draws them. */
final class Drawing {

    static final int WIDTH = 860;
    static final int HEIGHT = 540;

    private Drawing() {}

    static IChart of(Chart chart) {
        return chart instanceof BarChart bars ? bars(bars) : lines(chart);
    }

    private static IChart lines(Chart chart) {
        XYChart drawing = new XYChart(WIDTH, HEIGHT);
        drawing.setTitle(chart.title());
        drawing.setXAxisTitle(chart.x().name());
        drawing.setYAxisTitle(chart.y().name());
        Style.apply(drawing.getStyler(), chart);
        drawing.getStyler().setXAxisTickLabelsFormattingFunction(Ticks.of(chart.x(), chart, Point::x));
        for (Series series : chart.series()) {
            List<Double> x = series.points().stream().map(Point::x).toList();
            drawing.addSeries(series.name(), x, figures(series), errors(series, chart.y()));
        }
        return drawing;
    }

    private static IChart bars(BarChart chart) {
        CategoryChart drawing = new CategoryChart(WIDTH, HEIGHT);
        drawing.setTitle(chart.title());
        drawing.setXAxisTitle(chart.x().name());
        drawing.setYAxisTitle(chart.y().name());
        Style.apply(drawing.getStyler(), chart);
        drawing.getStyler().setPlotGridVerticalLinesVisible(false);
        drawing.getStyler().setAvailableSpaceFill(0.7);
        for (Series series : chart.series()) {
            drawing.addSeries(series.name(), chart.categories(), figures(series), errors(series, chart.y()));
        }
        return drawing;
    }

    private static List<Double> figures(Series series) {
        return series.points().stream().map(Point::y).toList();
    }

    private static List<Double> errors(Series series, Axis axis) {
        return series.points().stream()
                .map(point -> axis.isLogarithmic() && point.error() >= point.y() ? 0 : point.error())
                .toList();
    }
}
