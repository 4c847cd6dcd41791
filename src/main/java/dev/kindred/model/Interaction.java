package dev.kindred.model;

import java.util.Optional;

/**
 * One valid event: a user did something with an item.
 *
 * @param eventId the producer's id of this event, by which a repeat is recognized; empty when it sent none
 * @param userId who, not empty
 * @param itemId with what, not empty
 * @param type what was done
 * @param timestampMs when it was done, in epoch milliseconds, as the producer says
 * @param strength how much of it, relative to an ordinary event of this type: positive and finite; 1 when not given.
 *     A rating carries its stars here.
 */
public record Interaction(
        Optional<String> eventId,
        String userId,
        String itemId,
        InteractionType type,
        long timestampMs,
        double strength) {

    public Interaction {
        if (userId.isEmpty() || itemId.isEmpty()) {
            throw new IllegalArgumentException("user and item must not be empty");
        }
        if (!(strength > 0) || Double.isInfinite(strength)) {
            throw new IllegalArgumentException("strength must be positive and finite, got " + strength);
        }
    }
}
