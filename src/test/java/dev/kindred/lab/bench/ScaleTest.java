package dev.kindred.lab.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.lab.plot.Chart;
import dev.kindred.lab.plot.Figure;
import dev.kindred.lab.plot.Series.Point;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Measurements too short to mean anything, but complete. */
@Isolated("measures the heap")
final class ScaleTest {

    private static final Size BASE = new Size(300, 200, 10, 20);
    private static final Duration SHORT = Duration.ofMillis(30);

    private final StringWriter out = new StringWriter();

    private Optional<Figure> run(Dimension dimension, int largest, Duration patience, Map<String, String> overrides) {
        ScaleSettings settings = new ScaleSettings(List.of(dimension), BASE, largest, SHORT, patience, overrides);
        return new Scale(settings, new PrintWriter(out), new PrintWriter(new StringWriter())).run();
    }

    @Test
    void reportsAndDrawsEverySizeUpToTheLargest() {
        Figure figure =
                run(Dimension.HISTORY, 100, Duration.ofMinutes(1), Map.of()).orElseThrow();

        assertThat(out.toString())
                .contains("by items in a history; otherwise 300 users, 200 items, a history of 10, an audience of 20")
                .containsPattern("\n +10 +[0-9,]+( +[0-9.,]+){6}\n")
                .containsPattern("\n +30 +[0-9,]+( +[0-9.,]+){6}\n")
                .containsPattern("\n +100 +[0-9,]+( +[0-9.,]+){6}\n");
        assertThat(figure.charts()).hasSize(3);
        assertThat(figure.charts().get(0).series())
                .hasSize(4)
                .allSatisfy(series ->
                        assertThat(series.points()).extracting(Point::x).containsExactly(10.0, 30.0, 100.0));
    }

    @Test
    void measuresPositiveValues() {
        Figure figure =
                run(Dimension.AUDIENCE, 50, Duration.ofMinutes(1), Map.of()).orElseThrow();

        assertThat(figure.charts().stream()
                        .map(Chart::series)
                        .flatMap(List::stream)
                        .flatMap(series -> series.points().stream()))
                .allSatisfy(point -> assertThat(point.y()).isPositive());
    }

    @Test
    void widensColumnsForTheAudience() {
        Map<String, String> narrow = Map.of("matrix.column.capacity", "30");

        assertThat(BASE.settings(narrow).matrix().columnCapacity()).isEqualTo(30);
        assertThat(Dimension.AUDIENCE.grown(BASE, 50).settings(narrow).matrix().columnCapacity())
                .isEqualTo(50);
    }

    @Test
    void leavesOutHistoriesThatTheCatalogIsTooSmallFor() {
        run(Dimension.HISTORY, 300, Duration.ofMinutes(1), Map.of());

        assertThat(out.toString()).contains("300  skipped: this history needs at least 600 items");
    }

    @Test
    void leavesOutSizesThatTakeTooLong() {
        assertThat(run(Dimension.HISTORY, 10, Duration.ZERO, Map.of())).isEmpty();

        assertThat(out.toString()).contains("10  skipped: filling the matrix took more than 0 s: raise --patience");
    }

    @Test
    void leavesOutSizesThatExceedTheHeap() {
        HeapEstimate small = new HeapEstimate(BASE, 1_000);
        HeapEstimate large = new HeapEstimate(Dimension.USERS.grown(BASE, 1_000_000_000), 2_000_000_000);

        assertThat(small.fitsInto(1 << 30)).isTrue();
        assertThat(small.option()).isEqualTo("-Xmx1g");
        // 0.2 GB + 250 bytes a user + 200 items of 400 bytes + 30 bytes for each of 20 cells a user, and half as much
        // again
        assertThat(large.fitsInto(1L << 40)).isFalse();
        assertThat(large.option()).isEqualTo("-Xmx1188g");
    }
}
