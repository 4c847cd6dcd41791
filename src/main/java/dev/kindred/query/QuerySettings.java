package dev.kindred.query;

import dev.kindred.content.ContentSettings;
import dev.kindred.math.Decay;
import dev.kindred.recommend.RecommendSettings;
import dev.kindred.recommend.StrategySettings;
import dev.kindred.similarity.SimilarItemsSettings;
import dev.kindred.similarity.SimilaritySettings;
import dev.kindred.vector.VectorSettings;
import java.time.Duration;

/**
 * How questions are answered. Vectors, neighbors and lists are those of the stream, so its settings are the same.
 *
 * @param vector how events became vectors
 * @param similarity how neighbors are found
 * @param similarItems how similar items are found
 * @param recommend what a list looks like unless a question says otherwise
 * @param content how items are found by what they are about
 * @param recent how new arrivals get old
 * @param calculators how many answers are computed at once, positive: each takes scratch memory of the size of the matrix
 * @param patience how long a question waits for its turn
 */
public record QuerySettings(
        VectorSettings vector,
        SimilaritySettings similarity,
        SimilarItemsSettings similarItems,
        RecommendSettings recommend,
        ContentSettings content,
        Decay recent,
        int calculators,
        Duration patience) {

    /** What the strategies of scenarios go by. */
    StrategySettings strategies() {
        return new StrategySettings(recommend, similarity, similarItems, content, recent);
    }

    public QuerySettings {
        if (calculators < 1) {
            throw new IllegalArgumentException("calculators must be positive, got " + calculators);
        }
    }
}
