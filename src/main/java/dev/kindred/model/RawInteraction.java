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
        OptionalDouble amount,
        ListReference list) {

    /** An event without a list. */
    public RawInteraction(
            Optional<String> eventId,
            String userId,
            String itemId,
            Optional<InteractionType> type,
            long timestampMs,
            double strength,
            OptionalDouble amount) {
        this(eventId, userId, itemId, type, timestampMs, strength, amount, ListReference.NONE);
    }

    /** An event without an amount and without a list. */
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
