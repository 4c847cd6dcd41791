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
 * All that decides about a list. Baselines take from it only how long a list is and what is left out.
 *
 * @param vectors how events become taste
 * @param matrix what is remembered of others
 * @param similarity how neighbors are found
 * @param similarItems how similar items are found
 * @param recommend how long a list is, and which of the user's own items are left out
 * @param content what is known of the items themselves
 * @param recent how new arrivals get old
 * @param weights what strategies count in a blend, as in a {@link dev.kindred.scenario.Scenario}
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

    /** Where nothing is known of the items themselves; with the default blend. */
    public ModelSettings(
            VectorSettings vectors,
            MatrixSettings matrix,
            SimilaritySettings similarity,
            SimilarItemsSettings similarItems,
            RecommendSettings recommend) {
        this(vectors, matrix, similarity, similarItems, recommend, ContentModel.NONE, Decay.NONE, DefaultWeights.BLEND);
    }

    /** What lists leave out, in the form of the setting {@code recommend.exclude}. */
    public String exclusions() {
        String names = String.join(",", recommend.excludes().words());
        return names.isEmpty() ? "none" : names;
    }
}
