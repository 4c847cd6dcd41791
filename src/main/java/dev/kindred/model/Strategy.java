package dev.kindred.model;

/** The strategies that find items for a list. */
public enum Strategy {
    /** The item has the votes of similar users. */
    USER_BASED,
    /** The item has many users; also the fallback of lists that are too short. */
    POPULAR,
    /** The item is similar to the user's items by their audiences. */
    ITEM_BASED,
    /** The item's description is similar to the user's items. */
    CONTENT_BASED,
    /** The item has many recent users. */
    TRENDING,
    /** The item is a new arrival. */
    RECENT,
    /** Others touched the item soon after the items that the user touched last. */
    SEQUENCE_BASED
}
