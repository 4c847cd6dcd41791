package dev.kindred.app;

import dev.kindred.experiment.Counts;
import dev.kindred.experiment.DailyCounts;
import dev.kindred.experiment.Experiment;
import dev.kindred.experiment.OutcomeCounts;
import dev.kindred.feedback.OutcomeKey;
import dev.kindred.feedback.OutcomeSums;
import dev.kindred.feedback.OutcomeView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The outcomes of experiments, of lists with an id of this deployment alone: anybody may claim that another list was shown.
 * Lists from before an experiment count for its control, which is the scenario itself.
 */
record VariantCounts(OutcomeView outcomes) implements OutcomeCounts {

    @Override
    public List<DailyCounts> of(String scenario) {
        Map<OutcomeKey, OutcomeSums> sums = new HashMap<>();
        outcomes.all().stream()
                .filter(outcome ->
                        outcome.key().listed() && outcome.key().scenario().equals(scenario))
                .filter(outcome -> outcome.key().position() == 0)
                .forEach(outcome -> sums.merge(outcome.key(), outcome.sums(), OutcomeSums::plus));
        List<DailyCounts> counts = new ArrayList<>();
        sums.forEach((key, sum) -> {
            if (sum.lists() > 0) {
                counts.add(daily(key, sum));
            }
        });
        return counts;
    }

    /** Of all partitions: those of one may be negative, where a merge moved a list from another. */
    private static DailyCounts daily(OutcomeKey key, OutcomeSums sums) {
        String variant = key.variant();
        return new DailyCounts(
                key.day().toEpochDay(),
                variant.isEmpty() ? Experiment.CONTROL : variant,
                new Counts(
                        sums.lists(),
                        among(sums.lists(), sums.clickedLists()),
                        among(sums.lists(), sums.boughtLists()),
                        Math.max(0, sums.users())));
    }

    /** With at least once a crash may have lost or repeated a change. */
    private static long among(long lists, long count) {
        return Math.max(0, Math.min(lists, count));
    }
}
