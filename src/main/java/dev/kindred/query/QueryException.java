package dev.kindred.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A query that this instance cannot answer now. The subclass tells the caller what to do. */
public abstract sealed class QueryException extends RuntimeException {

    private QueryException(String message) {
        super(message);
    }

    private QueryException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** Too many queries at once: retry later, or send fewer. */
    public static final class Busy extends QueryException {

        /** No calculator became free in time. */
        public Busy() {
            super("too many queries are being computed; retry later, or send fewer");
        }
    }

    /** A cursor that no answer contained. */
    public static final class InvalidCursor extends QueryException {

        private static final String MESSAGE =
                "cursor must be what an answer named as next; without it, it begins at the start";

        /** A cursor to a place that does not exist. */
        public InvalidCursor() {
            super(MESSAGE);
        }

        InvalidCursor(Throwable cause) {
            super(MESSAGE, cause);
        }
    }

    /** The state for the query is being restored or is moving to another instance: retry soon. */
    public static final class NotReady extends QueryException {

        /** @param what the missing state, as the beginning of a sentence */
        public NotReady(String what) {
            this(what, null);
        }

        /** The same with the exception of Kafka Streams. */
        public NotReady(String what, @Nullable Throwable cause) {
            super(what + " is not ready: it is being restored, or is moving to another instance", cause);
        }
    }

    /** The matrix or the catalog does not have the item. */
    public static final class UnknownItem extends QueryException {

        /** The matrix has no user of the item. */
        public UnknownItem() {
            this("no user of this item is known");
        }

        private UnknownItem(String message) {
            super(message);
        }

        /** The catalog does not have the item. */
        public static UnknownItem notInCatalog() {
            return new UnknownItem("the catalog does not have this item");
        }
    }

    /** No segment has this name. */
    public static final class UnknownSegment extends QueryException {

        /** @param known the names of the defined segments */
        public UnknownSegment(List<String> known) {
            super(
                    known.isEmpty()
                            ? "no segments are defined: set segments.file to a file that defines some"
                            : "the segments are " + String.join(", ", known));
        }
    }

    /** The user has no vector. */
    public static final class UnknownUser extends QueryException {

        /** The message does not contain the user id: it may be logged. */
        public UnknownUser() {
            super("no event of this user is known yet");
        }
    }
}
