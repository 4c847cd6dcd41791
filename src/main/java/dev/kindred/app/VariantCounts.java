package dev.kindred.app;

import dev.kindred.experiment.Counts;
import dev.kindred.experiment.DailyCounts;
import dev.kindred.experiment.Experiment;
import dev.kindred.experiment.OutcomeCounts;
import dev.kindred.feedback.Outcome;
import dev.kindred.feedback.OutcomeSums;
import dev.kindred.feedback.OutcomeView;
import java.util.List;

/**
 * The outcomes of experiments, of lists with an id of this deployment alone: anybody may claim that another list was shown.
 * Lists from before an experiment count for its control, which is the scenario itself.
 */
record VariantCounts(OutcomeView outcomes) implements OutcomeCounts {

    @Override
    public List<DailyCounts> of(String scenario) {
        return outcomes.all().stream()
                .filter(outcome ->
                        outcome.key().listed() && outcome.key().scenario().equals(scenario))
                .filter(outcome -> outcome.sums().lists() > 0)
                .map(VariantCounts::daily)
                .toList();
    }

    private static DailyCounts daily(Outcome outcome) {
        String variant = outcome.key().variant();
        OutcomeSums sums = outcome.sums();
        return new DailyCounts(
                outcome.key().day().toEpochDay(),
                variant.isEmpty() ? Experiment.CONTROL : variant,
                new Counts(sums.lists(), sums.clickedLists(), sums.boughtLists(), sums.users()));
    }
}
