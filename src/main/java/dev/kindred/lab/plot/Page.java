package dev.kindred.lab.plot;

import dev.kindred.lab.plot.Series.Point;
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
 * vision;
 * without its yellow, which is faint on white.
 */
public final class Page {

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="UTF-8"/>
            <meta name="viewport" content="width=device-width, initial-scale=1"/>
            <title>%1$s</title>
            <style>
            :root { color-scheme: light dark; --ink: #333; --grid: #e4e4e4; --paper: #fff; }
            @media (prefers-color-scheme: dark) { :root { --ink: #ddd; --grid: #444; --paper: #1b1b1b; } }
            body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: var(--ink); background: var(--paper);
              font: 1rem/1.5 sans-serif; }
            section { margin-bottom: 3rem; }
            h2 { font-size: 1.1rem; text-align: center; }
            section > svg { width: 100%%; height: auto; font-size: 13px; }
            svg text { fill: var(--ink); }
            text.x, text.name { text-anchor: middle; }
            text.y { text-anchor: end; }
            text.name { font-size: 15px; }
            .grid { stroke: var(--grid); }
            .error { fill: none; stroke: currentColor; stroke-width: 1.5; }
            .error.bar { stroke: var(--ink); }
            polyline { fill: none; stroke: currentColor; stroke-width: 2.5; }
            g, .mark { fill: currentColor; }
            .s0 { color: #0072b2; } .s1 { color: #d55e00; } .s2 { color: #009e73; } .s3 { color: #cc79a7; }
            .s4 { color: #56b4e9; } .s5 { color: #e69f00; } .s6 { color: var(--ink); }
            @media (prefers-color-scheme: dark) { .s0 { color: #3d9be0; } }
            ul { display: flex; flex-wrap: wrap; gap: 0 2rem; justify-content: center; padding: 0; list-style: none; }
            .mark { width: 1rem; height: 1rem; margin-right: 0.5rem; vertical-align: -0.15rem; }
            table { border-collapse: collapse; margin: 1rem auto; }
            th, td { padding: 0.25rem 1rem; border-bottom: 1px solid var(--grid); text-align: right; }
            th:first-child, td:first-child { text-align: left; }
            </style>
            </head>
            <body>
            <h1>%1$s</h1>
            %2$s</body>
            </html>
            """;

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
        Files.writeString(file, PAGE.formatted(escaped(figure.title()), sections));
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
