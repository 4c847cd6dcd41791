package dev.kindred.lab.plot;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ChartTest {

    private static final Axis LINEAR = Axis.linear("linear");
    private static final Axis LOGARITHMIC = Axis.logarithmic("logarithmic");
    private static final Series ONE = ofCategories("one", List.of(1.0));

    @Test
    void needsASeriesWithAPoint() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Chart.ofLines("chart", LINEAR, LINEAR, List.of()))
                .withMessage("a chart needs a series");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Series("none", List.of()))
                .withMessage("a series needs a point, 'none' has none");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Figure("figure", List.of()))
                .withMessage("a figure needs a chart");
    }

    @Test
    void refusesTwoSeriesOfOneName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Chart.ofLines("chart", LINEAR, LINEAR, List.of(ONE, ONE)))
                .withMessage("two series have the name 'one'");
    }

    @Test
    void refusesValuesThatAnAxisCannotShow() {
        Series zero = ofCategories("zero", List.of(0.0));
        Series negative = ofCategories("negative", List.of(-1.0));
        Series endless = ofCategories("endless", List.of(Double.POSITIVE_INFINITY));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Chart.ofLines("chart", LINEAR, LOGARITHMIC, List.of(zero)))
                .withMessage("values of logarithmic axis 'logarithmic' must be positive, got 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Chart.ofLines("chart", LOGARITHMIC, LINEAR, List.of(ONE)))
                .withMessage("values of logarithmic axis 'logarithmic' must be positive, got 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Chart.ofLines("chart", LINEAR, Axis.fromZero("from zero"), List.of(negative)))
                .withMessage("values of axis 'from zero', which starts at zero, must not be negative, got -1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Chart.ofLines("chart", LINEAR, LINEAR, List.of(endless)))
                .withMessage("values of axis 'linear' must be finite, got Infinity");
    }

    @Test
    void wantsOneBarForEachCategory() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Chart.ofBars("chart", LINEAR, LINEAR, List.of("a", "b"), List.of(ONE)))
                .withMessage("'one' has 1 points for 2 categories");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Chart.ofBars(
                        "chart",
                        LINEAR,
                        LINEAR,
                        List.of("a"),
                        List.of(new Series("off", List.of(Series.Point.of(1, 1))))))
                .withMessage("point 0 of 'off' has x 1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Chart.ofBars("chart", LINEAR, LINEAR, List.of("a", "a"), List.of(ONE)))
                .withMessage("categories must differ, got [a, a]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Chart.ofBars("chart", LINEAR, LOGARITHMIC, List.of("a"), List.of(ONE)))
                .withMessage("readers compare the lengths of bars: both axes must be linear");
    }

    @Test
    void refusesAnErrorThatIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Series.Point(0, 0, -1))
                .withMessage("error must be finite and not negative, got -1.0");
    }

    /** One figure for each category, in their order and without error bars. */
    static Series ofCategories(String name, List<Double> figures) {
        return new Series(
                name,
                IntStream.range(0, figures.size())
                        .mapToObj(place -> Series.Point.of(place, figures.get(place)))
                        .toList());
    }
}
