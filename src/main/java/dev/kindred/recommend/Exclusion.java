package dev.kindred.recommend;

/** An item of the user's own that is not recommended back. */
public enum Exclusion {
    /** The item of the event that asks. */
    CURRENT,
    /** Everything the user purchased. */
    PURCHASED,
    /** Everything the user disliked. */
    DISLIKED,
    /** Everything in the user's vector. */
    SEEN
}
