package dev.kindred.recommend;

import dev.kindred.content.ContentSettings;
import dev.kindred.math.Decay;
import dev.kindred.matrix.MatrixSettings;
import dev.kindred.similarity.SimilarItemsSettings;
import dev.kindred.similarity.SimilaritySettings;
import dev.kindred.vector.VectorSettings;

/**
 * The settings of the model, shared by the stream and queries.
 *
 * @param vector learning of user vectors
 * @param matrix size and decay of the matrix
 * @param similarity neighbor search
 * @param similarItems item-based similarity
 * @param recommend the default list and the votes of neighbors
 * @param content similarity by content
 * @param recent the decay of new arrivals
 */
public record ModelSettings(
        VectorSettings vector,
        MatrixSettings matrix,
        SimilaritySettings similarity,
        SimilarItemsSettings similarItems,
        RecommendSettings recommend,
        ContentSettings content,
        Decay recent) {

    /** The same model without a minimum support: one user is enough. */
    public ModelSettings unlimited() {
        return new ModelSettings(
                vector, matrix, similarity, similarItems.supportedBy(1), recommend.supportedBy(1), content, recent);
    }
}
