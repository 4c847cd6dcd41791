package dev.kindred.http.api;

import dev.kindred.intake.IntakeReport;
import dev.kindred.intake.RejectionReason;
import dev.kindred.model.Described;
import java.util.List;

/** The result of an intake as JSON. */
record IntakeAnswer(
        @Described("The number of stored records; the stream will read them.")
        int accepted,

        @Described("The records that break a rule, in the order of the request.")
        List<Line> rejected) {

    /** One of them that breaks a rule. */
    record Line(
            @Described("Its place in the body, from 0.") int index,

            @Described("For machines; it stays the same.") RejectionReason reason,
            @Described("A sentence for people.") String detail) {}

    static IntakeAnswer of(IntakeReport report) {
        return new IntakeAnswer(
                report.accepted(),
                report.rejected().stream()
                        .map(line -> new Line(
                                line.index(),
                                line.rejection().reason(),
                                line.rejection().detail()))
                        .toList());
    }
}
