package dev.kindred.model;

/**
 * One of the user's own items that speaks for a recommended one.
 *
 * @param itemId an item in the user's own vector
 * @param share its part of the recommended item's score, as a fraction; the shares of all own items add up to 1, of which the
 *     strongest are given
 */
public record Reason(String itemId, double share) {}
