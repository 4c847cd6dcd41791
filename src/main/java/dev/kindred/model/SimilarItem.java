package dev.kindred.model;

/** An item with a similar audience or description. */
public record SimilarItem(
        String itemId,

        @Described("The similarity to the requested item, in (0, 1]; comparable only within one answer.")
        double similarity) {}
