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

    private static final int MOVED_BYTES = 900_000;
    private static final int MOVED_CELL_BYTES = 64; // beside the id

    /**
     * How many items of a vector can move to another user, so that they fit into one record and, with as many that make room
     * for them, into one header: brokers and producers take a million bytes unless told otherwise.
     */
    int mostMovedItems() {
        int bytesPerItem = 2 * intake.maxIdBytes() + MOVED_CELL_BYTES;
        return Math.min(vector.maxItems(), MOVED_BYTES / bytesPerItem);
    }

    /** What the strategies of scenarios go by. */
    StrategySettings strategies() {
        return new StrategySettings(
                recommend, similarity, scenarios.similarItems(), scenarios.content(), scenarios.recent());
    }
}
