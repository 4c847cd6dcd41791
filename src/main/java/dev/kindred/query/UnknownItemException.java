package dev.kindred.query;

/** Nobody is remembered to have touched this item. */
public final class UnknownItemException extends QueryException {

    /** An item that the matrix has no user of. */
    public UnknownItemException() {
        super("nobody is remembered to have touched this item");
    }
}
