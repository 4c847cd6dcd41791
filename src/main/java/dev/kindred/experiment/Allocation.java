package dev.kindred.experiment;

/** How the shares of the variants come about. */
public enum Allocation {
    /** The shares of the configuration. */
    FIXED,
    /** The probability of each variant to be the best one: Thompson sampling. */
    THOMPSON
}
