package dev.kindred.model;

/** An item that the same people are drawn to. */
public record SimilarItem(
        String itemId,

        @Described("How much it goes with the item asked for, in (0, 1]; compare it within one answer.")
        double similarity) {}
