package dev.kindred.lab.evaluation.tuning;

import dev.kindred.lab.evaluation.RunReport;

/**
 * What a search found; both runs are over all predictions of the validation.
 *
 * @param configured the settings as they are
 * @param best the best settings that were found; the configured ones if none is better
 * @param trials how many settings were tried
 * @param trainingEvents how many events each learned from
 * @param validationEvents how many each was tried on
 */
public record TuningReport(RunReport configured, RunReport best, int trials, int trainingEvents, int validationEvents) {

    /** Whether anything better than the configured settings was found. */
    public boolean hasImproved() {
        return !best.variant().equals(configured.variant());
    }
}
