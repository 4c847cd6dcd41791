package dev.kindred.lab.evaluation.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.lab.evaluation.tuning.SuccessiveHalving.Rung;
import dev.kindred.testing.RandomTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

final class SuccessiveHalvingTest {

    @Test
    void givesAllASmallBudgetAndFewALargeOne() {
        SuccessiveHalving halving = new SuccessiveHalving(27, 8100);

        assertThat(halving.rungs()).containsExactly(new Rung(27, 300), new Rung(9, 900), new Rung(3, 2700));
        assertThat(halving.trials()).isEqualTo(39);
    }

    @Test
    void keepsAtLeastAThird() {
        assertThat(new SuccessiveHalving(10, 900).rungs())
                .containsExactly(new Rung(10, 33), new Rung(4, 100), new Rung(2, 300));
    }

    @Test
    void hasNothingToTryWithOneCandidate() {
        SuccessiveHalving halving = new SuccessiveHalving(1, 100);

        assertThat(halving.rungs()).isEmpty();
        assertThat(halving.<String>best(List.of("only"), (candidate, budget) -> 0))
                .isEqualTo("only");
    }

    @Test
    void everyTrialGetsSomeBudget() {
        assertThat(new SuccessiveHalving(81, 2).rungs()).allMatch(rung -> rung.budget() == 1);
    }

    @RandomTest
    void findsTheBestOfExactTrials(RandomGenerator random) {
        int count = random.nextInt(1, 100);
        List<Integer> candidates = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            candidates.add(random.nextInt(1000));
        }

        int best = new SuccessiveHalving(count, 1000).best(candidates, (candidate, budget) -> candidate);

        assertThat(best).isEqualTo(Collections.max(candidates));
    }

    @RandomTest
    void keepsToItsPlan(RandomGenerator random) {
        int count = random.nextInt(1, 100);
        List<Integer> candidates = Collections.nCopies(count, 1);
        List<Long> budgets = new ArrayList<>();
        SuccessiveHalving halving = new SuccessiveHalving(count, 10_000);

        halving.best(candidates, (candidate, budget) -> {
            budgets.add(budget);
            return random.nextDouble();
        });

        List<Long> planned = new ArrayList<>();
        halving.rungs().forEach(rung -> planned.addAll(Collections.nCopies(rung.candidates(), rung.budget())));
        assertThat(budgets).isEqualTo(planned).isSorted();
    }
}
