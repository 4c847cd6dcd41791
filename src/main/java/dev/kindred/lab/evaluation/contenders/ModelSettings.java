package dev.kindred.lab.evaluation.contenders;

import dev.kindred.math.Decay;
import dev.kindred.matrix.MatrixSettings;
import dev.kindred.model.Strategy;
import dev.kindred.recommend.RecommendSettings;
import dev.kindred.scenario.DefaultWeights;
import dev.kindred.similarity.SimilarItemsSettings;
import dev.kindred.similarity.SimilaritySettings;
import dev.kindred.vector.VectorSettings;
import java.util.Map;

/**
 * The settings that determine a list. Baselines use only the length of a list and its exclusions.
 *
 * @param vectors settings of user vectors
 * @param matrix settings of the matrix of all users
 * @param similarity settings of the neighbor search
 * @param similarItems settings of the search for similar items
 * @param recommend length of a list, and exclusion of the user's own items
 * @param content the content of the items
 * @param recent settings of the age of new arrivals
 * @param weights weights of the strategies in a blend, as in a {@link dev.kindred.scenario.Scenario}
 */
public record ModelSettings(
        VectorSettings vectors,
        MatrixSettings matrix,
        SimilaritySettings similarity,
        SimilarItemsSettings similarItems,
        RecommendSettings recommend,
        ContentModel content,
        Decay recent,
        Map<Strategy, Double> weights) {

    public ModelSettings {
        weights = Map.copyOf(weights);
    }

    /** Settings without content of items and with the default blend. */
    public ModelSettings(
            VectorSettings vectors,
            MatrixSettings matrix,
            SimilaritySettings similarity,
            SimilarItemsSettings similarItems,
            RecommendSettings recommend) {
        this(vectors, matrix, similarity, similarItems, recommend, ContentModel.NONE, Decay.NONE, DefaultWeights.BLEND);
    }

    /** The exclusions of lists, in the form of the setting {@code recommend.exclude}. */
    public String exclusions() {
        String names = String.join(",", recommend.excludes().words());
        return names.isEmpty() ? "none" : names;
    }
}
