package dev.kindred.lab.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

final class TicksTest {

    private static List<String> labels(Axis axis, double least, double greatest) {
        Series series = Series.ofCategories("range", List.of(least, greatest));
        Chart chart = new LineChart("chart", Axis.linear("x"), axis, List.of(series));
        Function<Double, String> labels = Ticks.of(axis, chart, Point::y);
        return DoubleStream.iterate(1, tick -> tick + 1)
                .limit(10)
                .mapToObj(labels::apply)
                .toList();
    }

    @Test
    void areFewerOnALogarithmicAxisOfSeveralDecades() {
        assertThat(labels(Axis.logarithmic("y"), 1, 1000)).containsExactly("1", "2", "", "", "5", "", "", "", "", "10");
    }

    @Test
    void areAllLabeledElsewhere() {
        List<String> all = List.of("1", "2", "3", "4", "5", "6", "7", "8", "9", "10");

        assertThat(labels(Axis.logarithmic("y"), 1, 9)).isEqualTo(all);
        assertThat(labels(Axis.linear("y"), 1, 1000)).isEqualTo(all);
    }
}
