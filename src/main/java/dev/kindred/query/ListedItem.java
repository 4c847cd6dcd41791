package dev.kindred.query;

/**
 * An item on a list that is the same for all users.
 *
 * @param value the number that orders the list; its meaning depends on the list
 */
public record ListedItem(String itemId, double value) {}
