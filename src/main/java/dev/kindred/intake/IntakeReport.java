package dev.kindred.intake;

import dev.kindred.model.Described;
import java.util.List;

/** The result of some records; also the answer in JSON. */
public record IntakeReport(
        @Described("The number of stored records; the stream will read them.")
        int accepted,

        @Described("The records that break a rule, in the order of the request.")
        List<Line> rejected) {

    public IntakeReport {
        rejected = List.copyOf(rejected);
    }

    /** One record that breaks a rule: the first one that it breaks. */
    public record Line(
            @Described("Its place in the body, from 0.") int index,

            @Described("For machines; it stays the same.") RejectionReason reason,
            @Described("A sentence for people.") String detail) {}
}
