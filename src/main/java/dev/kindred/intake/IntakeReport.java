package dev.kindred.intake;

import java.util.List;

/**
 * The result of some records.
 *
 * @param accepted the number of durable records
 * @param rejected the invalid records, in their order in the request
 */
public record IntakeReport(int accepted, List<Line> rejected) {

    public IntakeReport {
        rejected = List.copyOf(rejected);
    }

    /**
     * One invalid record.
     *
     * @param index the position of the record in the request, from 0
     * @param rejection the first broken rule
     */
    public record Line(int index, Rejection rejection) {}
}
