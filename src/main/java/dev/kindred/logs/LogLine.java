package dev.kindred.logs;

import java.util.List;
import java.util.regex.Pattern;

/** The result of reading a line of a file; a record whose quotes span several lines counts as one. */
public sealed interface LogLine<T> {

    /** The number of the line in the file; the first is 1, and a header counts. */
    long lineNumber();

    /**
     * A line with content.
     *
     * @param losses the fields that could not be read, each with the rule that it breaks
     */
    record Accepted<T>(long lineNumber, T content, List<String> losses) implements LogLine<T> {

        /** A line that was read completely. */
        public Accepted(long lineNumber, T content) {
            this(lineNumber, content, List.of());
        }
    }

    /**
     * A line without valid content.
     *
     * @param reason the field and the rule it breaks, without ids, which may be personal
     */
    record Rejected<T>(long lineNumber, String reason) implements LogLine<T> {

        static final String UNKNOWN_TYPE = "is no known type of event";

        private static final Pattern VALUE = Pattern.compile("'[^']*'|(?<=got )\\S+|(?<=timestampMs )-?\\d+");

        /** The reason without the value, by which lines are counted; names of types are few, so they stay. */
        public String rule() {
            return reason.contains(UNKNOWN_TYPE)
                    ? reason
                    : VALUE.matcher(reason).replaceAll("...");
        }
    }
}
