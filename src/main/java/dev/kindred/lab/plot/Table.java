package dev.kindred.lab.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The data of a chart: one row for each place on the horizontal axis, one column for each series.
 *
 * @param header the names of the horizontal axis and of all series
 * @param rows as long as the header; a cell is empty where a series has no point
 */
record Table(List<String> header, List<List<String>> rows) {

    static Table of(Chart chart) {
        List<String> header = new ArrayList<>(List.of(chart.x().name()));
        Map<Double, List<String>> rows = new TreeMap<>();
        for (Series series : chart.series()) {
            for (Point point : series.points()) {
                List<String> row = rows.computeIfAbsent(point.x(), x -> new ArrayList<>(List.of(chart.place(x))));
                pad(row, header.size());
                row.add(figure(point));
            }
            header.add(series.name());
        }
        rows.values().forEach(row -> pad(row, header.size()));
        return new Table(header, List.copyOf(rows.values()));
    }

    private static void pad(List<String> row, int size) {
        while (row.size() < size) {
            row.add("");
        }
    }

    private static String figure(Point point) {
        String figure = Numbers.plain(point.y());
        return point.error() == 0 ? figure : figure + " ± " + Numbers.plain(point.error());
    }
}
