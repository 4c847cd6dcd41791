package dev.kindred.model;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A decoded event, not yet validated: any field may hold anything.
 *
 * @param type empty if this version does not know the producer's type
 */
public record RawInteraction(
        Optional<String> eventId,
        String userId,
        String itemId,
        Optional<InteractionType> type,
        long timestampMs,
        double strength,
        OptionalDouble amount) {

    /** An event without an amount. */
    public RawInteraction(
            Optional<String> eventId,
            String userId,
            String itemId,
            Optional<InteractionType> type,
            long timestampMs,
            double strength) {
        this(eventId, userId, itemId, type, timestampMs, strength, OptionalDouble.empty());
    }
}
