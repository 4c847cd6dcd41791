package dev.kindred.logs;

/** What a line of a file turned out to be; a line whose quotes span several counts as one. */
public sealed interface LogLine<T> {

    /** The line's place in the file; the first is 1, and a header counts. */
    long lineNumber();

    /** A line that tells something. */
    record Accepted<T>(long lineNumber, T content) implements LogLine<T> {}

    /**
     * A line that does not.
     *
     * @param reason the field and the rule it breaks, without ids, which may be personal
     */
    record Rejected<T>(long lineNumber, String reason) implements LogLine<T> {}
}
