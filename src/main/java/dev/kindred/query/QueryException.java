package dev.kindred.query;

/** A question that has no answer here and now; the kind of exception says what can be done. */
public abstract sealed class QueryException extends RuntimeException
        permits BusyException,
                InvalidCursorException,
                NotReadyException,
                UnknownItemException,
                UnknownSegmentException,
                UnknownUserException {

    QueryException(String message) {
        super(message);
    }

    QueryException(String message, Throwable cause) {
        super(message, cause);
    }
}
