package dev.kindred.logs;

/** The result of reading a line of a file; a record whose quotes span several lines counts as one. */
public sealed interface LogLine<T> {

    /** The number of the line in the file; the first is 1, and a header counts. */
    long lineNumber();

    /** A line with content. */
    record Accepted<T>(long lineNumber, T content) implements LogLine<T> {}

    /**
     * A line without valid content.
     *
     * @param reason the field and the rule it breaks, without ids, which may be personal
     */
    record Rejected<T>(long lineNumber, String reason) implements LogLine<T> {}
}
