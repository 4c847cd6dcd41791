package dev.kindred.catalog;

/**
 * Since when an item is sold.
 *
 * @param item by number
 * @param publishedMs in epoch milliseconds
 */
public record Arrival(int item, long publishedMs) {}
