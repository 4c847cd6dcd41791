package dev.kindred.query;

/** More questions at once than can be computed: ask again later, or ask less often. */
public final class BusyException extends QueryException {

    /** All calculators were busy for too long. */
    public BusyException() {
        super("too many questions are being computed");
    }
}
