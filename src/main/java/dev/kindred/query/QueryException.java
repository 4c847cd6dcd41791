package dev.kindred.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A question that has no answer here and now; the kind of exception says what can be done. */
public abstract sealed class QueryException extends RuntimeException {

    private QueryException(String message) {
        super(message);
    }

    private QueryException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** More questions at once than can be computed: ask again later, or ask less often. */
    public static final class Busy extends QueryException {

        /** All calculators were busy for too long. */
        public Busy() {
            super("too many questions are being computed");
        }
    }

    /** A cursor that no answer gave. */
    public static final class InvalidCursor extends QueryException {

        private static final String MESSAGE =
                "cursor must be what an answer named as next; without it, it begins at the start";

        /** A cursor that leads nowhere. */
        public InvalidCursor() {
            super(MESSAGE);
        }

        InvalidCursor(Throwable cause) {
            super(MESSAGE, cause);
        }
    }

    /** The state that a question needs is being restored or is moving between instances: ask again soon. */
    public static final class NotReady extends QueryException {

        /** @param what the state that is not there yet, as the beginning of a sentence */
        public NotReady(String what) {
            this(what, null);
        }

        /** The same with what Kafka Streams said. */
        public NotReady(String what, @Nullable Throwable cause) {
            super(what + " is not ready: it is being restored, or is moving to another instance", cause);
        }
    }

    /** The item is not known in the way that was asked for. */
    public static final class UnknownItem extends QueryException {

        /** An item that the matrix has no user of. */
        public UnknownItem() {
            this("nobody is remembered to have touched this item");
        }

        private UnknownItem(String message) {
            super(message);
        }

        /** An item of which the shop has said nothing, or that it has removed. */
        public static UnknownItem notInCatalog() {
            return new UnknownItem("the catalog does not have this item");
        }
    }

    /** No segment has this name. */
    public static final class UnknownSegment extends QueryException {

        /** @param known the names that there are, which come from a file of the shop */
        public UnknownSegment(List<String> known) {
            super(
                    known.isEmpty()
                            ? "no segments are defined: set segments.file to a file that defines some"
                            : "the segments are " + String.join(", ", known));
        }
    }

    /** No event of this user was ever learned. */
    public static final class UnknownUser extends QueryException {

        /** The message leaves out who it is: it may be logged. */
        public UnknownUser() {
            super("no event of this user was learned yet");
        }
    }
}
