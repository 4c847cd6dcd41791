package dev.kindred.lab.plot;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** A page that needs nothing beside it: every chart, and its data as a table beneath. */
final class Html implements Format {

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="UTF-8"/>
            <meta name="viewport" content="width=device-width, initial-scale=1"/>
            <title>%1$s</title>
            <style>
            body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #333; font: 1rem/1.5 sans-serif; }
            section { margin-bottom: 3rem; }
            svg { width: 100%%; height: auto; }
            table { border-collapse: collapse; margin: 1rem auto; }
            th, td { padding: 0.25rem 1rem; border-bottom: 1px solid #e4e4e4; text-align: right; }
            th:first-child, td:first-child { text-align: left; }
            </style>
            </head>
            <body>
            <h1>%1$s</h1>
            %2$s</body>
            </html>
            """;

    @Override
    public void write(Figure figure, OutputStream out) throws IOException {
        StringBuilder sections = new StringBuilder();
        for (Chart chart : figure.charts()) {
            sections.append("<section>\n")
                    .append(drawing(chart))
                    .append(table(Table.of(chart)))
                    .append("</section>\n");
        }
        out.write(PAGE.formatted(Markup.escaped(figure.title()), sections).getBytes(StandardCharsets.UTF_8));
    }

    /** The SVG element alone: inside a page there is no prologue. */
    private static String drawing(Chart chart) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new Svg().write(Figure.of(chart), bytes);
        String document = bytes.toString(StandardCharsets.UTF_8);
        return document.substring(document.indexOf("<svg")) + "\n";
    }

    private static String table(Table table) {
        return "<table>\n<thead>" + row("th", table.header()) + "</thead>\n<tbody>\n"
                + table.rows().stream().map(row -> row("td", row) + "\n").collect(Collectors.joining())
                + "</tbody>\n</table>\n";
    }

    private static String row(String element, List<String> cells) {
        return cells.stream()
                .map(cell -> "<" + element + ">" + Markup.escaped(cell) + "</" + element + ">")
                .collect(Collectors.joining("", "<tr>", "</tr>"));
    }
}
