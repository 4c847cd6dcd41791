package dev.kindred.lab.plot;

import dev.kindred.lab.plot.Series.Point;
import dev.kindred.model.Resources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A figure as a self-contained HTML page: every chart as inline SVG, with its data as a table below.
 *
 * <p>Source of the colors: Okabe and Ito, Color Universal Design, 2008, which are distinguishable with any color
 * vision; without its yellow, which is faint on white.
 */
public final class Page {

    private static final String PAGE = Resources.text(Page.class, "page.html");

    private Page() {}

    /**
     * Writes a figure, replaces an existing file, and creates missing directories.
     *
     * @throws IOException if the file cannot be written
     */
    public static void write(Figure figure, Path file) throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        if (directory != null) {
            Files.createDirectories(directory);
        }
        String sections = figure.charts().stream().map(Page::section).collect(Collectors.joining());
        Files.writeString(file, PAGE.replace("{title}", escaped(figure.title())).replace("{charts}", sections));
    }

    private static String section(Chart chart) {
        return "<section>\n<h2>" + escaped(chart.title()) + "</h2>\n" + Drawing.of(chart) + legend(chart.series())
                + table(chart) + "</section>\n";
    }

    private static String legend(List<Series> series) {
        if (series.size() == 1) {
            return "";
        }
        return IntStream.range(0, series.size())
                .mapToObj(i -> "<li>" + Drawing.mark(i) + escaped(series.get(i).name()) + "</li>\n")
                .collect(Collectors.joining("", "<ul>\n", "</ul>\n"));
    }

    /** One row for each place on the horizontal axis, one column for each series. */
    private static String table(Chart chart) {
        int columns = chart.series().size();
        Map<Double, List<String>> rows = new TreeMap<>();
        for (int column = 0; column < columns; column++) {
            for (Point point : chart.series().get(column).points()) {
                rows.computeIfAbsent(point.x(), x -> new ArrayList<>(Collections.nCopies(columns, "")))
                        .set(column, point.inWords());
            }
        }
        String body = rows.entrySet().stream()
                .map(row -> row("td", chart.place(row.getKey()), row.getValue().stream()))
                .collect(Collectors.joining());
        String head = row("th", chart.x().name(), chart.series().stream().map(Series::name));
        return "<table>\n<thead>\n" + head + "</thead>\n<tbody>\n" + body + "</tbody>\n</table>\n";
    }

    private static String row(String element, String first, Stream<String> others) {
        return Stream.concat(Stream.of(first), others)
                .map(cell -> "<" + element + ">" + escaped(cell) + "</" + element + ">")
                .collect(Collectors.joining("", "<tr>", "</tr>\n"));
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
