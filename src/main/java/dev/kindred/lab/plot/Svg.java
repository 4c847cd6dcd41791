package dev.kindred.lab.plot;

import de.erichseifert.vectorgraphics2d.Document;
import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import de.erichseifert.vectorgraphics2d.svg.SVGProcessor;
import de.erichseifert.vectorgraphics2d.util.PageSize;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/**
 * Shapes, sharp at every size. Letters are shapes too, so that they look the same without the font; for readers that
 * search or listen, the names are told once more in words.
 */
final class Svg implements Format {

    @Override
    public void write(Figure figure, OutputStream out) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document(figure).writeTo(bytes);
        String drawing = bytes.toString(StandardCharsets.UTF_8);
        int content = drawing.indexOf('>', drawing.indexOf("<svg")) + 1;
        String told = drawing.substring(0, content) + "\n" + inWords(figure) + drawing.substring(content);
        out.write(told.getBytes(StandardCharsets.UTF_8));
    }

    private static Document document(Figure figure) {
        Sheet sheet = new Sheet(figure);
        VectorGraphics2D graphics = new VectorGraphics2D();
        sheet.draw(graphics);
        PageSize size = new PageSize(sheet.width(), sheet.height());
        return new SVGProcessor().getDocument(graphics.getCommands(), size);
    }

    private static String inWords(Figure figure) {
        String charts = figure.charts().stream().map(Svg::inWords).collect(Collectors.joining(". "));
        return "  <title>" + Markup.escaped(figure.title()) + "</title>\n  <desc>" + Markup.escaped(charts) + "</desc>";
    }

    private static String inWords(Chart chart) {
        String names = chart.series().stream().map(Series::name).collect(Collectors.joining(", "));
        return chart.title() + ": " + chart.y().name() + " over " + chart.x().name() + " of " + names;
    }
}
