package dev.kindred.lab.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** How all charts look: much white, large letters, and colors that people with any color vision tell apart. */
final class Style {

    static final Color INK = new Color(0x33, 0x33, 0x33);
    static final Color PAPER = Color.WHITE;
    private static final Color GRID = new Color(0xe4, 0xe4, 0xe4);

    /** Source: Okabe and Ito, Color Universal Design, 2008; without its yellow, which is faint on white. */
    private static final Color[] COLORS = {
        new Color(0x00, 0x72, 0xb2),
        new Color(0xd5, 0x5e, 0x00),
        new Color(0x00, 0x9e, 0x73),
        new Color(0xcc, 0x79, 0xa7),
        new Color(0x56, 0xb4, 0xe9),
        new Color(0xe6, 0x9f, 0x00),
        INK
    };

    /** The second thing to tell series apart by, for prints without color. */
    private static final Marker[] MARKERS = {
        SeriesMarkers.CIRCLE,
        SeriesMarkers.SQUARE,
        SeriesMarkers.TRIANGLE_UP,
        SeriesMarkers.DIAMOND,
        SeriesMarkers.TRIANGLE_DOWN,
        SeriesMarkers.CROSS,
        SeriesMarkers.PLUS
    };

    private Style() {}

    static Font font(int style, int size) {
        return new Font(Font.SANS_SERIF, style, size);
    }

    static void apply(AxesChartStyler styler, Chart chart) {
        colors(styler);
        fonts(styler);
        axes(styler, chart);
        styler.setLegendVisible(chart.series().size() > 1);
        styler.setLegendPosition(LegendPosition.OutsideS);
        styler.setLegendLayout(LegendLayout.Horizontal);
        styler.setLegendPadding(14);
        styler.setChartPadding(18);
        styler.setMarkerSize(8);
    }

    private static void colors(AxesChartStyler styler) {
        styler.setChartBackgroundColor(PAPER);
        styler.setPlotBackgroundColor(PAPER);
        styler.setChartFontColor(INK);
        styler.setAxisTickLabelsColor(INK);
        styler.setAxisTickMarksColor(INK);
        styler.setPlotBorderVisible(false);
        styler.setPlotGridLinesColor(GRID);
        styler.setPlotGridLinesStroke(new BasicStroke(1));
        styler.setLegendBorderColor(PAPER);
        styler.setLegendBackgroundColor(PAPER);
        styler.setSeriesColors(COLORS.clone());
        styler.setSeriesMarkers(MARKERS.clone());
        styler.setSeriesLines(new BasicStroke[] {new BasicStroke(2.5f)});
        styler.setErrorBarsColorSeriesColor(true);
    }

    private static void fonts(AxesChartStyler styler) {
        styler.setChartTitleFont(font(Font.BOLD, 18));
        styler.setAxisTitleFont(font(Font.PLAIN, 15));
        styler.setAxisTickLabelsFont(font(Font.PLAIN, 13));
        styler.setLegendFont(font(Font.PLAIN, 14));
    }

    private static void axes(AxesChartStyler styler, Chart chart) {
        styler.setXAxisLogarithmic(chart.x().isLogarithmic());
        styler.setXAxisLogarithmicDecadeOnly(false);
        styler.setYAxisLogarithmic(chart.y().isLogarithmic());
        styler.setYAxisLogarithmicDecadeOnly(false);
        styler.setYAxisTickLabelsFormattingFunction(Ticks.of(chart.y(), chart, Point::y));
        if (chart.x().startsAtZero()) {
            styler.setXAxisMin(0.0);
        }
        if (chart.y().startsAtZero()) {
            styler.setYAxisMin(0.0);
        }
        styler.setAxisTicksLineVisible(false);
        styler.setAxisTicksMarksVisible(false);
        styler.setAxisTickPadding(6);
        styler.setAxisTitlePadding(10);
    }
}
