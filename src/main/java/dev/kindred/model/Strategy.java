package dev.kindred.model;

/** How a recommended item was found. */
public enum Strategy {
    /** Similar users are drawn to it. */
    USER_BASED,
    /** Many users are drawn to it; fills up when the strategies above found too few. */
    POPULAR,
    /** It is similar to items of the user, because the same users are drawn to both. */
    ITEM_BASED,
    /** It is described like items of the user. */
    CONTENT_BASED,
    /** More users are drawn to it lately than before. */
    TRENDING,
    /** The shop has not sold it for long. */
    RECENT
}
