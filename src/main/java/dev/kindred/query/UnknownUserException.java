package dev.kindred.query;

/** No event of this user was ever learned. */
public final class UnknownUserException extends QueryException {

    /** The message leaves out who it is: it may be logged. */
    public UnknownUserException() {
        super("no event of this user was learned yet");
    }
}
