package dev.kindred.recommend;

import dev.kindred.content.ContentSettings;
import dev.kindred.math.Decay;
import dev.kindred.matrix.MatrixSettings;
import dev.kindred.similarity.SimilarItemsSettings;
import dev.kindred.similarity.SimilaritySettings;
import dev.kindred.vector.VectorSettings;

/**
 * The settings of the model, which are the same for the stream and for questions.
 *
 * @param vector how events become vectors
 * @param matrix how much of everybody's taste is kept
 * @param similarity how neighbors are found
 * @param similarItems how similar items are found
 * @param recommend what the default list looks like, and how neighbors vote
 * @param content how items are found by what they are about
 * @param recent how new arrivals get old
 */
public record ModelSettings(
        VectorSettings vector,
        MatrixSettings matrix,
        SimilaritySettings similarity,
        SimilarItemsSettings similarItems,
        RecommendSettings recommend,
        ContentSettings content,
        Decay recent) {}
