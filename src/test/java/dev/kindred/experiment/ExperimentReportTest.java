package dev.kindred.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.experiment.Experiment.Design;
import dev.kindred.experiment.Verdict.Kind;
import dev.kindred.model.Period;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ExperimentReportTest {

    private static final Experiment EXPERIMENT = new Experiment(design(new Arm("control", 0.5), new Arm("b", 0.5)));

    private static Design design(Arm... arms) {
        return new Design("salt", List.of(arms), Period.ALWAYS, Allocation.FIXED, Metric.CTR, 0.05, Duration.ofDays(7));
    }

    private static ExperimentReport report(long controlLists, long controlClicks, long lists, long clicks) {
        return ExperimentReport.of(
                "home",
                EXPERIMENT,
                List.of(
                        new DailyCounts(3, "control", new Counts(controlLists, controlClicks, 0, controlLists / 2)),
                        new DailyCounts(3, "b", new Counts(lists, clicks, 0, lists / 2)),
                        new DailyCounts(3, "former", new Counts(9, 9, 0, 9))),
                0);
    }

    @Test
    void saysHowMuchBetterAVariantIs() {
        Verdict verdict = report(100_000, 5_000, 100_000, 5_600).verdict();

        assertThat(verdict.kind()).isEqualTo(Kind.BETTER);
        assertThat(verdict.variant()).isEqualTo("b");
        assertThat(verdict.low()).isBetween(0.02, 0.12);
        assertThat(verdict.high()).isBetween(0.12, 0.22);
    }

    @Test
    void tellsWorseUndecidedAndUnknownVariants() {
        assertThat(report(100_000, 5_000, 100_000, 4_400).verdict().kind()).isEqualTo(Kind.WORSE);
        assertThat(report(10_000, 500, 10_000, 510).verdict().kind()).isEqualTo(Kind.UNDECIDED);
        assertThat(report(10, 5, 10, 0).verdict().kind()).isEqualTo(Kind.TOO_FEW);
    }

    @Test
    void aMismatchOfTheSplitComesFirst() {
        ExperimentReport report = report(100_000, 5_000, 97_000, 5_600);

        assertThat(report.sampleRatio().orElseThrow()).isLessThan(SampleRatio.ALARM);
        assertThat(report.verdict().kind()).isEqualTo(Kind.MISMATCH);
    }

    @Test
    void countsNoDaysBeforeTheExperiment() {
        Design design = EXPERIMENT.design();
        Experiment later = new Experiment(new Design(
                design.salt(),
                design.arms(),
                new Period(Instant.EPOCH.plus(Duration.ofDays(4)), Instant.MAX),
                design.allocation(),
                design.metric(),
                design.minimumShare(),
                design.halfLife()));
        List<DailyCounts> counts = List.of(
                new DailyCounts(3, "b", new Counts(1000, 500, 0, 100)),
                new DailyCounts(4, "b", new Counts(10, 5, 0, 2)));

        assertThat(ExperimentReport.of("home", later, counts, 0)
                        .variants()
                        .get(1)
                        .counts())
                .isEqualTo(new Counts(10, 5, 0, 2));
    }

    @Test
    void aCorrectSplitIsNoMismatch() {
        SplittableRandom random = new SplittableRandom(5);
        int alarms = 0;
        for (int run = 0; run < 10_000; run++) {
            long b = Trials.successes(random, 1000, 0.5);
            alarms += SampleRatio.pValue(new long[] {1000 - b, b}, new double[] {0.5, 0.5}) < 0.05 ? 1 : 0;
        }

        assertThat(alarms).isBetween(400, 650); // 0.05 of them, apart from whole numbers
    }

    @Test
    void refusesAnExperimentThatCannotBe() {
        assertThatThrownBy(() -> design(new Arm("control", 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("variants");
        assertThatThrownBy(() -> design(new Arm("control", 0.5), new Arm("b", 0.6)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("shares");
        assertThatThrownBy(() -> design(new Arm("control", 0.5), new Arm("control", 0.5)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("different names");
    }
}
