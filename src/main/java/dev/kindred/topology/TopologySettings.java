package dev.kindred.topology;

import dev.kindred.content.Tokenizer;
import dev.kindred.feedback.FeedbackSettings;
import dev.kindred.intake.IntakeSettings;
import dev.kindred.model.Pseudonyms;
import dev.kindred.recommend.LearningSettings;
import dev.kindred.recommend.ModelSettings;
import dev.kindred.scenario.Scenarios;
import dev.kindred.state.StateSettings;
import java.util.List;
import java.util.function.Supplier;

/**
 * The settings of the stream.
 *
 * @param topics the names of the topics
 * @param formerTopics those of {@link Topics#former()} that exist
 * @param placement of users in partitions
 * @param intake the rules for events
 * @param deadLetters how rejected events are kept
 * @param model how the model is computed
 * @param tokenizer for titles and descriptions of items
 * @param onlyKnownItems whether only items that the catalog has may be shown
 * @param scenarios as of now, with the default one; safe for many threads, and asked at every event
 * @param minIntervalMs the least time between two refreshes of a user: of the events in between, the last one refreshes
 *     when the time is over; 0 refreshes at every event
 * @param profiles whether and how profiles are published
 * @param publishing how similar items are published
 * @param state the memory that state may take
 * @param erasures how users are erased
 * @param pseudonyms under which the stream knows users
 * @param feedback whether and how outcomes of lists are counted
 * @param learning whether and how lists learn from events
 */
public record TopologySettings(
        Topics topics,
        List<String> formerTopics,
        Placement placement,
        IntakeSettings intake,
        DeadLetters deadLetters,
        ModelSettings model,
        Tokenizer tokenizer,
        boolean onlyKnownItems,
        Supplier<Scenarios> scenarios,
        long minIntervalMs,
        ProfilePublishing profiles,
        SimilarItemsPublishing publishing,
        StateSettings state,
        ErasureSettings erasures,
        Pseudonyms pseudonyms,
        FeedbackSettings feedback,
        LearningSettings learning) {

    private static final int MOVED_BYTES = 900_000;
    private static final int MOVED_CELL_BYTES = 64; // beside the id

    public TopologySettings {
        formerTopics = List.copyOf(formerTopics);
        if (minIntervalMs < 0) {
            throw new IllegalArgumentException("minIntervalMs must not be negative, got " + minIntervalMs);
        }
    }

    /**
     * How many items of a vector can move to another user, so that they fit into one record and, with as many that make
     * room for them, into one header: brokers and producers take a million bytes by default.
     */
    int maxMovedItems() {
        int bytesPerItem = 2 * intake.maxIdBytes() + MOVED_CELL_BYTES;
        return Math.min(model.vector().maxItems(), MOVED_BYTES / bytesPerItem);
    }
}
