package dev.kindred.query;

/**
 * An item on a list that is the same for everybody.
 *
 * @param itemId which
 * @param value the number that orders the list, as the list says
 */
public record ListedItem(String itemId, double value) {}
