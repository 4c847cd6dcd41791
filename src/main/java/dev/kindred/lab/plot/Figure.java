package dev.kindred.lab.plot;

import java.util.List;

/**
 * Charts shown together.
 *
 * @param title of the whole
 * @param charts at least one
 */
public record Figure(String title, List<Chart> charts) {

    public Figure {
        if (charts.isEmpty()) {
            throw new IllegalArgumentException("a figure needs a chart");
        }
        charts = List.copyOf(charts);
    }
}
