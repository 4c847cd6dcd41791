package dev.kindred.model;

/**
 * An item that the same people are drawn to.
 *
 * @param itemId which
 * @param similarity in (0, 1]
 */
public record SimilarItem(String itemId, double similarity) {}
