package dev.kindred.query;

/**
 * An item that the shop has not sold for long.
 *
 * @param itemId which
 * @param publishedMs since when it is sold, in epoch milliseconds
 */
public record RecentItem(String itemId, long publishedMs) {}
