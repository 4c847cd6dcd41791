package dev.kindred.model;

/** How a recommended item was found. */
public enum Strategy {
    /** Similar users are drawn to it. */
    USER_BASED,
    /** Many users are drawn to it; fills up when the strategies above found too few. */
    POPULAR
}
