package dev.kindred.intake;

import java.util.List;

/**
 * What became of some records.
 *
 * @param accepted how many are kept for good
 * @param rejected those that break a rule, in the order in which they came
 */
public record IntakeReport(int accepted, List<Line> rejected) {

    public IntakeReport {
        rejected = List.copyOf(rejected);
    }

    /**
     * One record that breaks a rule.
     *
     * @param index of the record among those that came, from 0
     * @param rejection the first rule that it breaks
     */
    public record Line(int index, Rejection rejection) {}
}
