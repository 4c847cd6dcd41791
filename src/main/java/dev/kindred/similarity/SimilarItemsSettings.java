package dev.kindred.similarity;

/**
 * Settings of the search for similar items.
 *
 * @param normalization the normalization of the number of common users
 * @param shrinkage the shrinkage of similarities with few common users: with n of them a similarity is multiplied by n
 *     / (n + shrinkage); not negative, 0 for none
 * @param discount with {@link Normalization#CONDITIONAL}, the discount of popular items: the exponent of their number
 *     of users; in [0, 1], 0 for none
 * @param kept N: the number of most similar items that are used of each item, positive
 * @param cached the greatest number of items whose similar items are cached, positive
 * @param staleness the fraction of an item's audience, and of the whole matrix, that may change before its similar
 *     items are recomputed; in [0, 1], 0 recomputes after every change
 * @param minimumSupport how many users two similar items must have in common, positive
 */
public record SimilarItemsSettings(
        Normalization normalization,
        double shrinkage,
        double discount,
        int kept,
        int cached,
        double staleness,
        int minimumSupport) {

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
        if (minimumSupport < 1) {
            throw new IllegalArgumentException("minimumSupport must be positive, got " + minimumSupport);
        }
    }

    /** Settings by which one common user is enough. */
    public SimilarItemsSettings(
            Normalization normalization, double shrinkage, double discount, int kept, int cached, double staleness) {
        this(normalization, shrinkage, discount, kept, cached, staleness, 1);
    }

    /** A copy with another minimum support. */
    public SimilarItemsSettings supportedBy(int users) {
        return new SimilarItemsSettings(normalization, shrinkage, discount, kept, cached, staleness, users);
    }

    /** The plain cosine, with similar items that are never stale. */
    public SimilarItemsSettings(int kept) {
        this(Normalization.COSINE, 0, 0, kept, 1000, 0);
    }
}
