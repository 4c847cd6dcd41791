package dev.kindred.model;

/**
 * One of the user's own items that contributes to the score of a recommended one.
 *
 * @param itemId an item in the user's own vector
 * @param share its fraction of that score; the shares of all own items, of which only the strongest are listed, add up
 *     to 1
 */
public record Reason(String itemId, double share) {}
