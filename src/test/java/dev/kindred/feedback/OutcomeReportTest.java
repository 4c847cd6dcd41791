package dev.kindred.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.feedback.OutcomeReport.Division;
import dev.kindred.model.Strategy;
import dev.kindred.testing.RandomTest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

final class OutcomeReportTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 27);

    private static Outcome lists(String variant, LocalDate day, int partition, long lists, long clicked, long users) {
        return new Outcome(
                new OutcomeKey("home", variant, true, Optional.empty(), 0, day),
                partition,
                new OutcomeSums(0, 0, 0, 0, 0, lists, clicked, 0, 0, users));
    }

    private static Outcome items(Strategy strategy, int position, int partition, long shown, long clicks) {
        return new Outcome(
                new OutcomeKey("home", "", true, Optional.of(strategy), position, DAY),
                partition,
                new OutcomeSums(shown, clicks, 0, 0, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void dividesItemsByStrategyAndByPositionInItsOrder() {
        List<Outcome> outcomes = List.of(
                lists("", DAY, 0, 10, 4, 9),
                items(Strategy.USER_BASED, 2, 0, 5, 1),
                items(Strategy.POPULAR, 10, 0, 7, 2),
                items(Strategy.USER_BASED, 10, 1, 3, 1));

        assertThat(OutcomeReport.of(outcomes, Division.POSITION, 3))
                .extracting(OutcomeReport::part, report -> report.sums().impressions())
                .containsExactly(tuple("2", 5L), tuple("10", 10L));
        assertThat(OutcomeReport.of(outcomes, Division.STRATEGY, 3))
                .extracting(OutcomeReport::part, report -> report.sums().clicks())
                .containsExactly(tuple("POPULAR", 2L), tuple("USER_BASED", 2L));
    }

    /** One user on many days is one user. */
    @Test
    void leavesOutWhatTooFewUsersSaw() {
        List<Outcome> outcomes = new ArrayList<>();
        for (int day = 0; day < 5; day++) {
            outcomes.add(lists("alone", DAY.plusDays(day), 0, 1, 0, 1));
        }
        outcomes.add(lists("seen", DAY, 0, 2, 0, 2));
        outcomes.add(lists("seen", DAY, 1, 1, 1, 1));

        assertThat(OutcomeReport.of(outcomes, Division.VARIANT, 3))
                .extracting(OutcomeReport::variant)
                .containsExactly("seen");
        assertThat(OutcomeReport.of(outcomes, Division.VARIANT, 1)).hasSize(2);
    }

    /** Law: neither the order of outcomes nor their partitions matter. */
    @RandomTest
    void addsUpInAnyOrder(RandomGenerator random) {
        List<Outcome> outcomes = new ArrayList<>();
        List<Outcome> inOnePartition = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            long lists = random.nextInt(50);
            Outcome part = lists(
                    "v" + random.nextInt(3),
                    DAY.plusDays(random.nextInt(3)),
                    i,
                    lists,
                    random.nextLong(lists + 1),
                    lists);
            outcomes.add(part);
            inOnePartition.add(new Outcome(part.key(), 0, part.sums()));
        }
        List<Outcome> shuffled = new ArrayList<>(inOnePartition);
        Collections.shuffle(shuffled, new Random(random.nextLong()));

        for (Division division : Division.values()) {
            assertThat(OutcomeReport.of(shuffled, division, 3)).isEqualTo(OutcomeReport.of(outcomes, division, 3));
        }
    }

    /** The example of Newcombe (1998), <em>Two-sided confidence intervals for the single proportion</em>, 81 of 263. */
    @Test
    void hasWilsonsInterval() {
        Interval interval = Interval.ofRate(81, 263);

        assertThat(interval.value()).isCloseTo(0.3080, within(5e-5));
        assertThat(interval.low()).isCloseTo(0.2553, within(5e-5));
        assertThat(interval.high()).isCloseTo(0.3662, within(5e-5));
        assertThat(Interval.ofRate(0, 20).low()).isZero();
        assertThat(Interval.ofRate(0, 20).high()).isCloseTo(0.1611, within(5e-5));
        assertThat(Interval.ofRate(0, 0).value()).isNaN();
    }

    /** Amounts 0, 0, 0 and 8: mean 2, variance 12. */
    @Test
    void hasTheIntervalOfAMean() {
        Interval interval = Interval.ofMean(8, 64, 4, 1000);

        assertThat(interval.value()).isEqualTo(2000);
        assertThat(interval.low()).isZero();
        assertThat(interval.high()).isCloseTo(2000 + 1960 * Math.sqrt(3), within(1e-9));
    }
}
