package dev.kindred.profile;

import dev.kindred.model.Described;

/**
 * The quartiles of the prices of a user's items, weighted by the affinity to each item.
 *
 * <p>The quartile q is the least price p for which the items that cost at most p have at least the part q of the
 * weight: the inverse of the empirical distribution function, Hyndman and Fan, <em>Sample Quantiles in Statistical
 * Packages</em> (1996), definition 1. A quartile is therefore always the price of an item.
 */
public record PriceBand(
        @Described("The ISO 4217 code.") String currency,

        @Described("The share of the user's affinity, in (0, 1].")
        double weight,

        @Described("A quarter of the weight is on items that cost no more.")
        double low,

        @Described("Half of the weight is on items that cost no more.")
        double median,

        @Described("Three quarters of the weight are on items that cost no more.")
        double high) {}
