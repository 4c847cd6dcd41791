package dev.kindred.similarity;

/**
 * Settings of the neighbor search.
 *
 * @param measure the similarity measure
 * @param rowCapacity R: the number of candidates in a user's row of dot products
 * @param neighbors k: the number of most similar users that recommendations are based on
 * @param negligible items of the requesting user with an interest below this fraction of the strongest one are ignored,
 *     in [0, 1); 0 ignores none
 * @param idf the weight of rare items against popular ones: the exponent of the inverse user frequency, not negative; 0
 *     weighs all alike
 * @param shrinkage the shrinkage of similarities with few shared items: with n of them a similarity is multiplied by n
 *     / (n + shrinkage); not negative, 0 for the plain measure
 */
public record SimilaritySettings(
        Measure measure, int rowCapacity, int neighbors, double negligible, double idf, double shrinkage) {

    public SimilaritySettings {
        if (neighbors < 1) {
            throw new IllegalArgumentException("neighbors must be positive, got " + neighbors);
        }
        if (rowCapacity < neighbors) {
            throw new IllegalArgumentException(
                    "rowCapacity must be at least the " + neighbors + " neighbors, got " + rowCapacity);
        }
        if (!(negligible >= 0 && negligible < 1)) {
            throw new IllegalArgumentException("negligible must be in [0, 1), got " + negligible);
        }
        if (!(idf >= 0)) {
            throw new IllegalArgumentException("idf must not be negative, got " + idf);
        }
        if (!(shrinkage >= 0)) {
            throw new IllegalArgumentException("shrinkage must not be negative, got " + shrinkage);
        }
    }

    /** Settings with the cosine. */
    public SimilaritySettings(int rowCapacity, int neighbors, double negligible, double idf, double shrinkage) {
        this(Measure.COSINE, rowCapacity, neighbors, negligible, idf, shrinkage);
    }

    /** The plain cosine, without rarity and shrinkage. */
    public SimilaritySettings(int rowCapacity, int neighbors, double negligible) {
        this(rowCapacity, neighbors, negligible, 0, 0);
    }
}
