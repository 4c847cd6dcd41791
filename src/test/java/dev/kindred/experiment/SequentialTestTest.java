package dev.kindred.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.experiment.SequentialTest.Day;
import dev.kindred.experiment.SequentialTest.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SequentialTestTest {

    private static final SequentialTest TEST = new SequentialTest(0.05);
    private static final int RUNS = 1000;
    private static final double BASE = 0.05;

    @Test
    void staysSilentInAaTestsThatAreLookedAtEveryDay() {
        SplittableRandom random = new SplittableRandom(15);
        int silent = 0;

        for (int run = 0; run < RUNS; run++) {
            silent += alarmAfter(random, BASE, BASE, 500, 500, 60) < 0 ? 1 : 0;
        }

        assertThat(silent).isGreaterThanOrEqualTo(950);
    }

    @Test
    void staysSilentWhereTheSplitAndTheRatesChangeTogether() {
        SplittableRandom random = new SplittableRandom(16);
        int silent = 0;

        for (int run = 0; run < RUNS; run++) {
            List<Day> days = new ArrayList<>();
            boolean alarm = false;
            for (int day = 0; day < 40 && !alarm; day++) {
                double rate = day < 20 ? 0.05 : 0.08; // a campaign begins, and the variant has more users from then on
                long control = day < 20 ? 900 : 100;
                days.add(day(random, rate, rate, control, 1000 - control));
                alarm = TEST.compare(days).isDecided();
            }
            silent += alarm ? 0 : 1;
        }

        assertThat(silent).isGreaterThanOrEqualTo(950);
    }

    @Test
    void findsAnEffectOfTenPercentWithTheExpectedNumberOfLists() {
        SplittableRandom random = new SplittableRandom(17);
        long expected = TEST.expectedLists(BASE, 0.1);
        List<Long> needed = new ArrayList<>();

        for (int run = 0; run < 300; run++) {
            needed.add((long) alarmAfter(random, BASE, 1.1 * BASE, 1000, 1000, 500) * 1000);
        }
        needed.sort(null);

        assertThat(expected).isBetween(36_000L, 37_500L);
        assertThat(needed.get(0)).as("all runs find it").isPositive();
        assertThat((double) needed.get(needed.size() / 2)).isBetween(0.8 * expected, 1.1 * expected);
    }

    /** The day of the first alarm, from 1; -1 without one. */
    private static int alarmAfter(
            SplittableRandom random, double controlRate, double rate, long controlLists, long lists, int days) {
        List<Day> seen = new ArrayList<>();
        for (int day = 1; day <= days; day++) {
            seen.add(day(random, controlRate, rate, controlLists, lists));
            if (TEST.compare(seen).isDecided()) {
                return day;
            }
        }
        return -1;
    }

    private static Day day(SplittableRandom random, double controlRate, double rate, long controlLists, long lists) {
        return new Day(
                controlLists,
                Trials.successes(random, controlLists, controlRate),
                lists,
                Trials.successes(random, lists, rate));
    }

    @Test
    void isSignificantWhereTheIntervalExcludesNone() {
        SplittableRandom random = new SplittableRandom(18);
        for (int run = 0; run < 500; run++) {
            double effect = 0.7 + 0.6 * random.nextDouble();
            Result result = TEST.compare(List.of(day(random, BASE, effect * BASE, 20_000, 5_000)));

            assertThat(result.pValue() < 0.05).isEqualTo(result.isDecided());
            assertThat(result.difference()).isBetween(result.low(), result.high());
        }
    }

    @Test
    void tellsNothingAboutFewLists() {
        assertThat(TEST.compare(List.of()).isKnown()).isFalse();
        assertThat(TEST.compare(List.of(new Day(99, 90, 1000, 10))).isDecided()).isFalse();
        assertThat(TEST.compare(List.of(new Day(1000, 100, 0, 0), new Day(0, 0, 1000, 10)))
                        .isKnown())
                .isFalse();
    }

    @Test
    void findsAVariantThatNobodyClicks() {
        Result result = TEST.compare(List.of(new Day(10_000, 500, 10_000, 0)));

        assertThat(result.high()).isNegative();
    }
}
