package dev.kindred.catalog;

/**
 * When an item went on sale.
 *
 * @param item its number
 * @param publishedMs in epoch milliseconds
 */
public record Arrival(int item, long publishedMs) {}
