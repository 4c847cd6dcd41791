package dev.kindred.model;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * An event as it was decoded, not yet validated: any field may hold anything.
 *
 * @param type empty when the producer's type is not known here
 */
public record RawInteraction(
        Optional<String> eventId,
        String userId,
        String itemId,
        Optional<InteractionType> type,
        long timestampMs,
        double strength,
        OptionalDouble amount) {

    /** An event that does not say what was paid. */
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
