package dev.kindred.topology;

import dev.kindred.intake.IntakeSettings;
import dev.kindred.matrix.MatrixSettings;
import dev.kindred.recommend.RecommendSettings;
import dev.kindred.recommend.StrategySettings;
import dev.kindred.similarity.SimilaritySettings;
import dev.kindred.state.StateSettings;
import dev.kindred.vector.VectorSettings;

/**
 * All that shapes the stream.
 *
 * @param topics the names of the topics
 * @param placement of users in partitions
 * @param intake which events are acceptable
 * @param deadLetters how rejected events are kept
 * @param vector how events become a vector
 * @param matrix how much of everybody's taste is kept
 * @param similarity how neighbors are found
 * @param recommend what a list looks like
 * @param scenarios what more lists go by
 * @param profiles whether and how profiles are published
 * @param publishing how similar items are published
 * @param state the memory that state may take
 */
public record TopologySettings(
        Topics topics,
        Placement placement,
        IntakeSettings intake,
        DeadLetters deadLetters,
        VectorSettings vector,
        MatrixSettings matrix,
        SimilaritySettings similarity,
        RecommendSettings recommend,
        ScenarioSettings scenarios,
        ProfilePublishing profiles,
        SimilarItemsPublishing publishing,
        StateSettings state) {

    /** What the strategies of scenarios go by. */
    StrategySettings strategies() {
        return new StrategySettings(
                recommend, similarity, scenarios.similarItems(), scenarios.content(), scenarios.recent());
    }
}
