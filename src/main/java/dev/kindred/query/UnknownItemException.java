package dev.kindred.query;

/** The item is not known in the way that was asked for. */
public final class UnknownItemException extends QueryException {

    /** An item that the matrix has no user of. */
    public UnknownItemException() {
        this("nobody is remembered to have touched this item");
    }

    private UnknownItemException(String message) {
        super(message);
    }

    /** An item of which the shop has said nothing, or that it has removed. */
    public static UnknownItemException notInCatalog() {
        return new UnknownItemException("the catalog does not have this item");
    }
}
