package dev.kindred.lab.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.image.BufferedImage;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

final class PlotFileTest {

    private static final Chart LINES = new LineChart(
            "Refresh by users",
            Axis.logarithmic("users"),
            Axis.logarithmic("refresh, µs"),
            List.of(
                    new Series("median", List.of(new Point(10_000, 32, 2), new Point(100_000, 48, 4))),
                    new Series("p99", List.of(Point.of(10_000, 90), Point.of(1_000_000, 1234)))));

    private static final Chart BARS = new BarChart(
            "Accuracy <by> method",
            Axis.linear("method"),
            Axis.linear("hit rate"),
            List.of("popular", "kindred"),
            List.of(
                    new Series("shoes", List.of(new Point(0, 0.125, 0.01), new Point(1, 0.25, 0.02))),
                    Series.ofCategories("books", List.of(0.0625, 0.5))));

    private static final Figure FIGURE = new Figure("Cost & accuracy", List.of(LINES, BARS));

    @TempDir
    private Path directory;

    private Path written(String name, Figure figure) throws Exception {
        PlotFile file = PlotFile.of(directory.resolve(name));
        file.write(figure);
        return file.path();
    }

    private static Document parsed(String xml) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }

    @Test
    void drawsPixelsInTheColorsOfTheSeries() throws Exception {
        BufferedImage image = ImageIO.read(written("plot.png", FIGURE).toFile());

        assertThat(image.getWidth()).isGreaterThan(image.getHeight());
        Set<Integer> colors = new HashSet<>();
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                colors.add(image.getRGB(x, y) & 0xffffff);
            }
        }
        assertThat(colors).contains(0xffffff, 0x0072b2, 0xd55e00);
    }

    @Test
    void drawsShapesWithAllNames() throws Exception {
        String svg = Files.readString(written("plot.SVG", FIGURE));

        assertThat(parsed(svg).getDocumentElement().getTagName()).isEqualTo("svg");
        assertThat(parsed(svg).getDocumentElement().getTextContent())
                .contains("Cost & accuracy", "Refresh by users", "Accuracy <by> method")
                .contains("refresh, µs over users of median, p99", "hit rate over method of shoes, books");
    }

    @Test
    void putsTheDataBeneathTheChartsOfAPage() throws Exception {
        Document page = parsed(Files.readString(written("plot.html", FIGURE)).replace("<!DOCTYPE html>", ""));

        assertThat(page.getElementsByTagName("title").item(0).getTextContent()).isEqualTo("Cost & accuracy");
        assertThat(page.getElementsByTagName("svg").getLength()).isEqualTo(2);
        assertThat(page.getElementsByTagName("table").item(0).getTextContent().replaceAll("\\s+", " "))
                .isEqualTo(" usersmedianp99 10,00032 ± 290 100,00048 ± 4 1,000,0001,234 ");
        assertThat(page.getElementsByTagName("table").item(1).getTextContent().replaceAll("\\s+", " "))
                .isEqualTo(" methodshoesbooks popular0.125 ± 0.010.0625 kindred0.25 ± 0.020.5 ");
    }

    @Test
    void drawsErrorBars() throws Exception {
        Chart without = new LineChart(
                LINES.title(), LINES.x(), LINES.y(), List.of(new Series("median", List.of(Point.of(1, 2)))));
        Chart with = new LineChart(
                LINES.title(), LINES.x(), LINES.y(), List.of(new Series("median", List.of(new Point(1, 2, 1)))));

        assertThat(shapes("with.svg", with)).isGreaterThan(shapes("without.svg", without));
    }

    private int shapes(String name, Chart chart) throws Exception {
        Document svg = parsed(Files.readString(written(name, Figure.of(chart))));
        return svg.getElementsByTagName("*").getLength();
    }

    @Test
    void leavesOutAnErrorBarThatWouldLeaveALogarithmicAxis() throws Exception {
        Chart wide = new LineChart(
                LINES.title(), LINES.x(), LINES.y(), List.of(new Series("median", List.of(new Point(1, 2, 2)))));
        Chart none = new LineChart(
                LINES.title(), LINES.x(), LINES.y(), List.of(new Series("median", List.of(Point.of(1, 2)))));

        assertThat(shapes("wide.svg", wide)).isEqualTo(shapes("none.svg", none));
    }

    @Test
    void makesMissingDirectories() throws Exception {
        assertThat(written("a/b/plot.svg", Figure.of(BARS))).isNotEmptyFile();
    }

    @ParameterizedTest
    @ValueSource(strings = {"plot.pdf", "plot", "png", ""})
    void saysHowToNameAFile(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PlotFile.of(Path.of(name)))
                .withMessage("cannot tell from '" + name + "' how to write a plot: let it end in .png, .svg or .html");
    }
}
