package dev.kindred.similarity;

/** What the users that two items have in common are set in relation to. */
public enum Normalization {
    /** The norms of both audiences: symmetric. */
    COSINE,
    /** The users of the asked item, and, discounted, those of the other one: how likely the other one comes with it. */
    CONDITIONAL
}
