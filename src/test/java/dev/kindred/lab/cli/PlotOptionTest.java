package dev.kindred.lab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kindred.lab.plot.Axis;
import dev.kindred.lab.plot.Chart;
import dev.kindred.lab.plot.Figure;
import dev.kindred.lab.plot.Series;
import dev.kindred.lab.plot.Series.Point;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;

final class PlotOptionTest {

    private static final Figure FIGURE = new Figure(
            "figure",
            List.of(Chart.ofLines(
                    "chart",
                    Axis.linear("x"),
                    Axis.linear("y"),
                    List.of(new Series("series", List.of(Point.of(1, 2), Point.of(2, 3)))))));

    @Command
    private static final class Drawing {

        @Mixin
        private PlotOption plot = new PlotOption();
    }

    private static PlotOption parsed(String... args) {
        Drawing command = new Drawing();
        new CommandLine(command).parseArgs(args);
        return command.plot;
    }

    @Test
    void drawsIntoTheFile(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("plot.HTML");

        parsed("--plot", file.toString()).draw(FIGURE);

        assertThat(file).content().contains("chart: y over x of series");
    }

    @Test
    void drawsNothingByDefault(@TempDir Path directory) throws Exception {
        parsed().draw(FIGURE);

        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void rejectsAnotherEnding() {
        assertThatExceptionOfType(ParameterException.class)
                .isThrownBy(() -> parsed("--plot", "plot.png"))
                .withMessageContaining("a plot is an HTML page: let 'plot.png' end in .html");
    }
}
