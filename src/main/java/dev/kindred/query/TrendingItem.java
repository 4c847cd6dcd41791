package dev.kindred.query;

/**
 * An item that many people touch just now.
 *
 * @param itemId which
 * @param users how many users it has, each fading fast since the last touch
 */
public record TrendingItem(String itemId, double users) {}
