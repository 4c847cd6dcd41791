package dev.kindred.query;

/**
 * An item that many people touched.
 *
 * @param itemId which
 * @param popularity how many users it has, each fading since the last touch
 */
public record PopularItem(String itemId, double popularity) {}
