package dev.kindred.experiment;

/** The rate that variants are compared by. */
public enum Metric {
    /** Click-through rate: lists with a click, per list shown. */
    CTR,
    /** Conversion rate: lists with a purchase, per list shown. */
    CONVERSION
}
