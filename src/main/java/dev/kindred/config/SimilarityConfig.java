package dev.kindred.config;

import static dev.kindred.config.Limit.COUNT;
import static dev.kindred.config.Limit.FACTOR;

import dev.kindred.similarity.Measure;
import dev.kindred.similarity.SimilaritySettings;

/** The settings of similarities between users. */
final class SimilarityConfig {

    static final Group SIMILARITIES = new Group("Similarities");
    static final Setting<Measure> MEASURE = SIMILARITIES.oneOf("similarity.measure", Measure.COSINE, """
            The similarity of two users: cosine compares how strongly they are drawn to the same items, pearson which
            of their common items they prefer, jaccard how many items they have in common. Change it to pearson for
            ratings, to jaccard when strengths mean little.""");

    static final Setting<Integer> ROW_CAPACITY = SIMILARITIES.integer("similarity.row.capacity", 300, COUNT, """
            The number of neighbor candidates per user, at least similarity.neighbors. Raise it for better neighbors,
            lower it for memory and speed.""");

    static final Setting<Integer> NEIGHBORS = SIMILARITIES.integer("similarity.neighbors", 100, COUNT, """
            The number of neighbors whose items make up recommendations. Raise it when lists end in fallbacks, lower it
            when they look like the bestsellers.""");

    static final Setting<Double> NEGLIGIBLE_INTEREST =
            SIMILARITIES.number("similarity.negligible.interest", 0.2, Limit.PART, """
            Similarities between users ignore items with an interest below this fraction of the strongest one. Raise it
            for speed; 0 ignores none.""");

    static final Setting<Double> ITEM_IDF = SIMILARITIES.number("similarity.item.idf", 1, FACTOR, """
            The exponent of the inverse user frequency of an item in the cosine: rare items count more than popular
            ones. Lower it when popular items also distinguish users; 0 gives all items the same weight.""");

    static final Setting<Double> SHRINKAGE = SIMILARITIES.number("similarity.shrinkage", 1, FACTOR, """
            The shrinkage of similarities that rest on few common items. Raise it when neighbors look random; 0 applies
            none.""");

    private SimilarityConfig() {}

    static SimilaritySettings of(Values values) {
        return new SimilaritySettings(
                values.get(MEASURE),
                values.get(ROW_CAPACITY),
                values.get(NEIGHBORS),
                values.get(NEGLIGIBLE_INTEREST),
                values.get(ITEM_IDF),
                values.get(SHRINKAGE));
    }
}
