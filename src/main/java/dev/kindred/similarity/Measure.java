package dev.kindred.similarity;

/** How two users are compared, item by item. */
public enum Measure {
    /** {@link Cosine}: drawn to the same items, as strongly beside everything else. */
    COSINE,
    /** {@link Pearson}: of the items that both have, drawn to the same ones more. */
    PEARSON,
    /** {@link Jaccard}: the same items, however strongly drawn to them. */
    JACCARD;

    Comparison comparison() {
        return switch (this) {
            case COSINE -> new Cosine();
            case PEARSON -> new Pearson();
            case JACCARD -> new Jaccard();
        };
    }
}
