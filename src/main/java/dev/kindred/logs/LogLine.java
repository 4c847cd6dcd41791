package dev.kindred.logs;

import dev.kindred.model.Interaction;

/** What a line of a log turned out to be. */
public sealed interface LogLine {

    /** The line's place in the file; the first is 1, and a header counts. */
    long lineNumber();

    /** A line that tells of an interaction. */
    record Accepted(long lineNumber, Interaction interaction) implements LogLine {}

    /**
     * A line that does not.
     *
     * @param reason the field and the rule it breaks, without ids, which may be personal
     */
    record Rejected(long lineNumber, String reason) implements LogLine {}
}
