package dev.kindred.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.experiment.Counts;
import dev.kindred.experiment.DailyCounts;
import dev.kindred.feedback.Outcome;
import dev.kindred.feedback.OutcomeKey;
import dev.kindred.feedback.OutcomeSums;
import dev.kindred.feedback.OutcomeView;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class VariantCountsTest {

    private final OutcomeView view = new OutcomeView();

    private void put(String scenario, String variant, boolean listed, int partition, long lists, long clicked) {
        Outcome outcome = new Outcome(
                new OutcomeKey(scenario, variant, listed, Optional.empty(), 0, LocalDate.ofEpochDay(7)),
                partition,
                new OutcomeSums(0, 0, 0, 0, 0, lists, clicked, 0, 0, 1));
        view.put(outcome.recordKey(), outcome);
    }

    /** After a merge the list is counted in one partition, and its click in another. */
    @Test
    void mayHaveAListAndItsClickInTwoPartitions() {
        put("home", "b", true, 0, 1, 0);
        put("home", "b", true, 1, 0, 1);

        assertThat(new VariantCounts(view).of("home")).containsExactly(new DailyCounts(7, "b", new Counts(1, 1, 0, 2)));
    }

    @Test
    void areThoseOfAllPartitionsOfTheScenarioWithListsOfThisDeployment() {
        put("home", "b", true, 0, 5, 2);
        put("home", "b", true, 1, 3, 1);
        put("home", "", true, 0, 4, 0);
        put("home", "b", false, 0, 9, 9);
        put("cart", "b", true, 0, 9, 9);

        assertThat(new VariantCounts(view).of("home"))
                .containsExactlyInAnyOrder(
                        new DailyCounts(7, "b", new Counts(8, 3, 0, 2)),
                        new DailyCounts(7, "control", new Counts(4, 0, 0, 1)));
    }
}
