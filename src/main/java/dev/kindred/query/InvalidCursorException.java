package dev.kindred.query;

/** A cursor that no answer gave. */
public final class InvalidCursorException extends QueryException {

    private static final String MESSAGE =
            "cursor must be what an answer named as next; without it, it begins at the start";

    /** A cursor that leads nowhere. */
    public InvalidCursorException() {
        super(MESSAGE);
    }

    InvalidCursorException(Throwable cause) {
        super(MESSAGE, cause);
    }
}
