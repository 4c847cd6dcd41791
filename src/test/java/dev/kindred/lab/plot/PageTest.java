package dev.kindred.lab.plot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.lab.plot.Series.Point;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

final class PageTest {

    private static final Chart LINES = Chart.ofLines(
            "Refresh by users",
            Axis.logarithmic("users"),
            Axis.logarithmic("refresh, µs"),
            List.of(
                    new Series("median", List.of(new Point(10_000, 32, 2), new Point(100_000, 48, 4))),
                    new Series("p99", List.of(Point.of(10_000, 90), Point.of(1_000_000, 1234)))));

    private static final Chart BARS = Chart.ofBars(
            "Accuracy <by> method",
            Axis.linear("method"),
            Axis.linear("hit rate"),
            List.of("popular", "kindred"),
            List.of(
                    new Series("shoes", List.of(new Point(0, 0.125, 0.01), new Point(1, 0.25, 0.02))),
                    ChartTest.ofCategories("books", List.of(0.0625, 0.5))));

    @TempDir
    private Path directory;

    /** A page is well-formed XML, too. */
    private Document written(Chart... charts) throws Exception {
        Path file = directory.resolve("a/b/plot.html");
        Page.write(new Figure("Cost & accuracy", List.of(charts)), file);
        String page = Files.readString(file).replace("<!DOCTYPE html>", "");
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(page)));
    }

    private static List<Element> elements(Document page, String name) {
        NodeList found = page.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    private static String text(Document page, String name, int index) {
        return elements(page, name).get(index).getTextContent().replaceAll("\\s+", " ");
    }

    private static long errorBars(Document page) {
        return elements(page, "path").stream()
                .filter(path -> path.getAttribute("class").startsWith("error"))
                .count();
    }

    @Test
    void describesItsChartsInText() throws Exception {
        Document page = written(LINES, BARS);

        assertThat(text(page, "title", 0)).isEqualTo("Cost & accuracy");
        assertThat(elements(page, "title"))
                .extracting(Element::getTextContent)
                .contains(
                        "Refresh by users: refresh, µs over users of median, p99",
                        "Accuracy <by> method: hit rate over method of shoes, books",
                        "median, 10,000: 32 ± 2");
        assertThat(text(page, "ul", 0)).isEqualTo(" median p99 ");
        assertThat(elements(page, "text"))
                .extracting(Element::getTextContent)
                .contains("users", "refresh, µs", "10 k", "1 M", "popular", "kindred", "0.1");
    }

    @Test
    void putsTheDataBeneathTheCharts() throws Exception {
        Document page = written(LINES, BARS);

        assertThat(text(page, "table", 0)).isEqualTo(" usersmedianp99 10,00032 ± 290 100,00048 ± 4 1,000,0001,234 ");
        assertThat(text(page, "table", 1))
                .isEqualTo(" methodshoesbooks popular0.125 ± 0.010.0625 kindred0.25 ± 0.020.5 ");
    }

    @Test
    void drawsBarsInProportionFromZero() throws Exception {
        List<Double> heights = elements(written(BARS), "rect").stream()
                .map(bar -> Double.valueOf(bar.getAttribute("height")))
                .toList();

        // 0.5 is the end of the axis, whose length is 405
        assertThat(heights).containsExactly(101.3, 202.5, 50.6, 405.0);
    }

    @Test
    void drawsLinesByRatiosOnLogarithmicAxes() throws Exception {
        Chart chart = Chart.ofLines(
                "chart",
                Axis.logarithmic("x"),
                Axis.fromZero("y"),
                List.of(new Series("one", List.of(Point.of(1, 0), Point.of(10, 1), Point.of(100, 2)))));

        assertThat(elements(written(chart), "polyline").get(0).getAttribute("points"))
                .isEqualTo("80.0,420.0 460.0,217.5 840.0,15.0 ");
    }

    @Test
    void drawsErrorBarsWithinTheAxis() throws Exception {
        assertThat(errorBars(written(LINES))).isEqualTo(2);
        assertThat(errorBars(written(BARS))).isEqualTo(2);
    }

    @Test
    void leavesOutAnErrorBarThatWouldLeaveALogarithmicAxis() throws Exception {
        Chart wide = Chart.ofLines(
                "chart", LINES.x(), LINES.y(), List.of(new Series("median", List.of(new Point(1, 2, 2)))));

        assertThat(errorBars(written(wide))).isZero();
    }
}
