package dev.kindred.recommend;

import dev.kindred.content.ContentSettings;
import dev.kindred.math.Decay;
import dev.kindred.similarity.SimilarItemsSettings;
import dev.kindred.similarity.SimilaritySettings;

/**
 * What the strategies of a blend go by.
 *
 * @param userBased how neighbors vote
 * @param similarity which of the user's items are too faint to count
 * @param itemBased how similar items are found
 * @param contentBased how items are found by what they are about
 * @param recent how new arrivals get old
 */
public record StrategySettings(
        RecommendSettings userBased,
        SimilaritySettings similarity,
        SimilarItemsSettings itemBased,
        ContentSettings contentBased,
        Decay recent) {}
