package dev.kindred.lab.plot;

import java.util.DoubleSummaryStatistics;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** What stands at the ticks of an axis. */
final class Ticks {

    private static final int DECADE = 10;

    private Ticks() {}

    /**
     * Every tick has its number, unless a logarithmic axis spans more than a decade: then it is those with 1, 2 and 5, so
     * that they do not overlap.
     *
     * @param coordinate of a point along the axis
     */
    static Function<Double, String> of(Axis axis, Chart chart, ToDoubleFunction<Point> coordinate) {
        DoubleSummaryStatistics range = chart.series().stream()
                .flatMap(series -> series.points().stream())
                .mapToDouble(coordinate)
                .summaryStatistics();
        boolean crowded = axis.isLogarithmic() && range.getMax() > DECADE * range.getMin();
        return tick -> !crowded || isRound(tick) ? Numbers.tick(tick) : "";
    }

    private static boolean isRound(double tick) {
        double decade = Math.pow(DECADE, Math.floor(Math.log10(tick) + 1e-9));
        long digit = Math.round(tick / decade);
        return digit == 1 || digit == 2 || digit == 5;
    }
}
