package dev.kindred.similarity;

/** The normalization of the number of users that two items share. */
public enum Normalization {
    /** By the norms of both audiences: symmetric. */
    COSINE,
    /**
     * By the users of the requested item and, discounted, those of the other item: how likely a user of the first has
     * the other.
     */
    CONDITIONAL
}
