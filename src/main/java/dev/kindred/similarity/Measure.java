package dev.kindred.similarity;

/** The similarity measure for users. */
public enum Measure {
    /** {@link Cosine}: compares which items users prefer, and how strongly. */
    COSINE,
    /** {@link Pearson}: compares preferences among the shared items. */
    PEARSON,
    /** {@link Jaccard}: compares the sets of items. */
    JACCARD;

    Comparison comparison() {
        return switch (this) {
            case COSINE -> new Cosine();
            case PEARSON -> new Pearson();
            case JACCARD -> new Jaccard();
        };
    }
}
