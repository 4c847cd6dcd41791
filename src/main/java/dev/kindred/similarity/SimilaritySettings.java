package dev.kindred.similarity;

/**
 * How neighbors are found.
 *
 * @param rowCapacity R: the candidates that a user's row of dot products keeps
 * @param neighbors k: the most similar users that recommendations are drawn from
 * @param negligible items of the asking user whose interest is below this part of the strongest one are not searched
 *     for candidates, in [0, 1); 0 searches all. Similarities themselves always use the whole vector.
 */
public record SimilaritySettings(int rowCapacity, int neighbors, double negligible) {

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
    }
}
