package dev.kindred.similarity;

/**
 * How similar items are found.
 *
 * @param normalization what common users are set in relation to
 * @param shrinkage how much a similarity that rests on few common users is reduced: with n of them it is multiplied by
 *     n / (n + shrinkage); not negative, 0 makes no difference
 * @param discount with {@link Normalization#CONDITIONAL}, how much popular items are held back: the exponent of their
 *     number of users; in [0, 1], 0 not at all
 * @param kept N: the most similar items of each item that are looked at, positive
 * @param cached the most items whose similar items are remembered, positive
 * @param staleness the part of an item's audience, and of the whole matrix, that may have changed before its similar items
 *     are computed anew; in [0, 1], 0 computes after every change
 */
public record SimilarItemsSettings(
        Normalization normalization, double shrinkage, double discount, int kept, int cached, double staleness) {

    public SimilarItemsSettings {
        if (!(shrinkage >= 0)) {
            throw new IllegalArgumentException("shrinkage must not be negative, got " + shrinkage);
        }
        if (!(discount >= 0 && discount <= 1)) {
            throw new IllegalArgumentException("discount must be in [0, 1], got " + discount);
        }
        if (kept < 1) {
            throw new IllegalArgumentException("kept must be positive, got " + kept);
        }
        if (cached < 1) {
            throw new IllegalArgumentException("cached must be positive, got " + cached);
        }
        if (!(staleness >= 0 && staleness <= 1)) {
            throw new IllegalArgumentException("staleness must be in [0, 1], got " + staleness);
        }
    }

    /** The plain cosine of the textbook, with similar items that are never out of date. */
    public SimilarItemsSettings(int kept) {
        this(Normalization.COSINE, 0, 0, kept, 1000, 0);
    }
}
