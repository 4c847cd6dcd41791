package dev.kindred.lab.plot;

/**
 * One figure of a {@link Series}.
 *
 * @param x where it stands: in a {@link BarChart} the place of its category, from 0
 * @param y the figure
 * @param error the error bar reaches from {@code y - error} to {@code y + error}; 0 draws none, and neither does one
 *     that would leave a logarithmic axis
 */
public record Point(double x, double y, double error) {

    public Point {
        if (!(error >= 0) || Double.isInfinite(error)) {
            throw new IllegalArgumentException("error must be finite and not negative, got " + error);
        }
    }

    /** A figure without an error bar. */
    public static Point of(double x, double y) {
        return new Point(x, y, 0);
    }
}
