package dev.kindred.model;

import java.util.Optional;

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
        double strength) {}
