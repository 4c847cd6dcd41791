package dev.kindred.profile;

/**
 * What the items of a user's taste cost: the quartiles of their prices, each item weighing as much as the affinity to it. A
 * purchase counts more than a look, as the weights of events say.
 *
 * <p>The quartile q is the least price p for which the items that cost at most p have at least the part q of the weight: the
 * inverse of the empirical distribution function, Hyndman and Fan, <em>Sample Quantiles in Statistical Packages</em> (1996),
 * definition 1. So it is always the price of an item.
 *
 * @param currency its ISO 4217 code
 * @param weight the share of the affinity to items with a price that falls to this currency, in (0, 1]
 * @param low a quarter of the weight is on items that cost no more
 * @param median half of the weight is
 * @param high three quarters are
 */
public record PriceBand(String currency, double weight, double low, double median, double high) {}
