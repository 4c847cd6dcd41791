package dev.kindred.topology;

/** The outcome of a request to merge two users; a valid one that finds a vector has two outcomes, one with each user. */
public enum MergeOutcome {
    /** The vector was sent to its new user. */
    MOVED,
    /** The user had no vector, and nothing was done. */
    EMPTY,
    /** A vector arrived and was added to that of its new user. */
    TAKEN_UP,
    /** A vector arrived that had been merged before, and nothing was added. */
    REPEATED
}
