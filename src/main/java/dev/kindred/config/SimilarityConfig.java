package dev.kindred.config;

import static dev.kindred.config.Limit.COUNT;
import static dev.kindred.config.Limit.FACTOR;

import dev.kindred.similarity.Measure;
import dev.kindred.similarity.SimilaritySettings;

/** The settings of similarities between users. */
final class SimilarityConfig {

    static final Group SIMILARITIES = new Group("Similarities");
    static final Setting<Measure> MEASURE = SIMILARITIES.oneOf(
            "similarity.measure",
            Measure.COSINE,
            "How two users are compared: by how strongly they are drawn to the same items (cosine), by which of the"
                    + " items that both have they prefer (pearson, for ratings), or by how many items both have (jaccard,"
                    + " where strengths mean little).");

    static final Setting<Integer> ROW_CAPACITY = SIMILARITIES.integer(
            "similarity.row.capacity",
            300,
            COUNT,
            "The candidates for neighbors that are kept for a user, at least similarity.neighbors. Raise it for"
                    + " better neighbors, lower it for memory and speed.");

    static final Setting<Integer> NEIGHBORS = SIMILARITIES.integer(
            "similarity.neighbors",
            100,
            COUNT,
            "The most similar users that recommendations are drawn from. Raise it when lists end in fallbacks, lower"
                    + " it when they look like the bestsellers.");

    static final Setting<Double> NEGLIGIBLE_INTEREST = SIMILARITIES.number(
            "similarity.negligible.interest",
            0.05,
            Limit.PART,
            "Items whose interest is below this part of the strongest one do not count when users are compared."
                    + " Raise it for speed; 0 counts all.");

    static final Setting<Double> ITEM_IDF = SIMILARITIES.number(
            "similarity.item.idf",
            1,
            FACTOR,
            "How much more a rare item counts than a popular one when users are compared by cosine. Lower it where"
                    + " what is popular also tells people apart; 0 counts all items alike.");

    static final Setting<Double> SHRINKAGE = SIMILARITIES.number(
            "similarity.shrinkage",
            1,
            FACTOR,
            "How much similarities that rest on few shared items are reduced. Raise it when neighbors look"
                    + " accidental; 0 is the plain measure.");

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
