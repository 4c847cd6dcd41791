package dev.kindred.lab.regret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.config.KindredConfig;
import dev.kindred.lab.evaluation.contenders.ContenderSettings;
import dev.kindred.lab.evaluation.contenders.Contenders;
import dev.kindred.lab.simulation.SimulationSettings;
import dev.kindred.text.LuceneTokenizer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** In a shop where the best variant is known. */
final class RegretReportTest {

    private static RegretSettings settings(long seed, int looks, int runs) {
        KindredConfig config = KindredConfig.of(Map.of());
        return new RegretSettings(
                new SimulationSettings(300, 200, seed, Instant.parse("2026-01-05T08:00:00Z")),
                List.of("popular", "item-based"),
                (name, items) -> Contenders.create(
                        name,
                        new ContenderSettings(
                                config.modelSettings(), items, new LuceneTokenizer(config.language()), Map.of())),
                2_000,
                looks,
                runs);
    }

    @Test
    void thompsonSamplingMissesFewerClicksThanAFixedSplit() {
        RegretReport report = RegretReport.measure(settings(1, 1_500, 2), () -> {});

        double fixed = report.regret(Allocator.FIXED).value();
        assertThat(fixed).isGreaterThan(20);
        assertThat(report.regret(Allocator.THOMPSON).value()).isLessThan(0.6 * fixed);
        assertThat(report.shareOfBest(Allocator.THOMPSON).value())
                .isGreaterThan(report.shareOfBest(Allocator.FIXED).value());
    }

    @Test
    void isTheSameWithTheSameSeed() {
        RegretReport once = RegretReport.measure(settings(3, 100, 1), () -> {});
        RegretReport again = RegretReport.measure(settings(3, 100, 1), () -> {});

        for (Allocator allocator : Allocator.values()) {
            assertThat(again.regret(allocator)).isEqualTo(once.regret(allocator));
            assertThat(again.clickRate(allocator)).isEqualTo(once.clickRate(allocator));
        }
    }

    /** Three looks: the second variant is the best over all of them, and was shown at the last look. */
    @Test
    void ofATrialIsWhatTheBestVariantHasMore() {
        TrialResult trial = new TrialResult(new double[][] {{0.1, 0.2, 0.3}, {0.3, 0.1, 0.4}}, new int[] {0, 0, 1}, 1);

        assertThat(trial.best()).isEqualTo(1);
        assertThat(trial.regret(1)).isCloseTo(0.2, within(1e-12));
        assertThat(trial.regret(3)).isCloseTo(0.2 - 0.1 + 0, within(1e-12));
        assertThat(trial.shareOfBest()).isCloseTo(1.0 / 3, within(1e-12));
        assertThat(trial.rate(0)).isCloseTo(0.2, within(1e-12));
    }
}
