package dev.kindred.topology;

/** The outcome of a request to forget a user. */
public enum ErasureOutcome {
    /** The user was erased. */
    ERASED,
    /** Nothing was held about the user. */
    NOTHING_HELD,
    /** The request had been carried out before; its receipt was published again. */
    REPEATED
}
