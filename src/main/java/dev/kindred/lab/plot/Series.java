package dev.kindred.lab.plot;

import java.util.List;

/**
 * Figures that belong together and share a color.
 *
 * @param name as the legend shows it
 * @param points at least one; lines join them in this order
 */
public record Series(String name, List<Point> points) {

    public Series {
        if (points.isEmpty()) {
            throw new IllegalArgumentException("a series needs a point, '" + name + "' has none");
        }
        points = List.copyOf(points);
    }

    /**
     * One figure.
     *
     * @param x position on the horizontal axis; for bars the index of the category, from 0
     * @param y the figure
     * @param error the error bar reaches from {@code y - error} to {@code y + error}; 0 draws no bar, and so does an
     *     error that would leave a logarithmic axis
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

        boolean hasErrorBar(Axis axis) {
            return error > 0 && !(axis.isLogarithmic() && error >= y);
        }

        /** The figure and its error as text. */
        String inWords() {
            return error == 0 ? Numbers.plain(y) : Numbers.plain(y) + " ± " + Numbers.plain(error);
        }
    }
}
