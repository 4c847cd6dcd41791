package dev.kindred.similarity;

/**
 * How neighbors are found.
 *
 * @param measure how two users are compared
 * @param rowCapacity R: the candidates that a user's row of dot products keeps
 * @param neighbors k: the most similar users that recommendations are drawn from
 * @param negligible items of the asking user whose interest is below this part of the strongest one do not count, in
 *     [0, 1); 0 counts all
 * @param idf how much more a rare item counts than a popular one: the exponent of the inverse user frequency, not
 *     negative; 0 counts all alike
 * @param shrinkage how much a similarity that rests on few shared items is reduced: with n of them it is multiplied by
 *     n / (n + shrinkage); not negative, 0 leaves the plain measure
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

    /** The cosine, with rarity and shared items as given. */
    public SimilaritySettings(int rowCapacity, int neighbors, double negligible, double idf, double shrinkage) {
        this(Measure.COSINE, rowCapacity, neighbors, negligible, idf, shrinkage);
    }

    /** The plain cosine of the textbook. */
    public SimilaritySettings(int rowCapacity, int neighbors, double negligible) {
        this(rowCapacity, neighbors, negligible, 0, 0);
    }
}
