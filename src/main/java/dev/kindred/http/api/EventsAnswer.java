package dev.kindred.http.api;

import dev.kindred.http.Described;
import dev.kindred.intake.IntakeReport;
import dev.kindred.intake.RejectionReason;
import java.util.List;

/** What became of events as JSON. */
record EventsAnswer(
        @Described("How many are kept for good, and will be learned.")
        int accepted,

        @Described("Those that break a rule, in the order in which they came.")
        List<Line> rejected) {

    EventsAnswer {
        rejected = List.copyOf(rejected);
    }

    /** One event that breaks a rule. */
    record Line(
            @Described("The place of the event in the body, from 0.")
            int index,

            @Described("For machines; it stays the same.") RejectionReason reason,
            @Described("A sentence for people.") String detail) {}

    static EventsAnswer of(IntakeReport report) {
        return new EventsAnswer(
                report.accepted(),
                report.rejected().stream()
                        .map(line -> new Line(
                                line.index(),
                                line.rejection().reason(),
                                line.rejection().detail()))
                        .toList());
    }
}
