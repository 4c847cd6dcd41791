package dev.kindred.model;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One valid event: a user did something with an item.
 *
 * @param eventId the producer's id of this event, by which duplicates are recognized; empty if it sent none
 * @param userId not empty
 * @param itemId not empty
 * @param timestampMs the time of the event, in epoch milliseconds, set by the producer
 * @param strength the strength relative to an ordinary event of this type: positive and finite, by default 1. For a
 *     rating, the number of stars.
 * @param amount the amount paid for all pieces of a purchase, in the shop's main currency: finite and not negative;
 *     empty if unknown, and for other types
 * @param list what is known of the list that showed the item
 */
public record Interaction(
        Optional<String> eventId,
        String userId,
        String itemId,
        InteractionType type,
        long timestampMs,
        double strength,
        OptionalDouble amount,
        ListReference list) {

    public Interaction {
        Require.that(!userId.isEmpty() && !itemId.isEmpty(), "user and item must not be empty");
        Require.that(strength > 0 && !Double.isInfinite(strength), "strength must be positive and finite", strength);
        amount.ifPresent(paid -> checkAmount(type, paid));
    }

    /** An event without a list. */
    public Interaction(
            Optional<String> eventId,
            String userId,
            String itemId,
            InteractionType type,
            long timestampMs,
            double strength,
            OptionalDouble amount) {
        this(eventId, userId, itemId, type, timestampMs, strength, amount, ListReference.NONE);
    }

    /** An event without an amount and without a list. */
    public Interaction(
            Optional<String> eventId,
            String userId,
            String itemId,
            InteractionType type,
            long timestampMs,
            double strength) {
        this(eventId, userId, itemId, type, timestampMs, strength, OptionalDouble.empty());
    }

    private static void checkAmount(InteractionType type, double amount) {
        Require.that(type == InteractionType.PURCHASE, "only a purchase has an amount", type);
        Require.that(amount >= 0 && !Double.isInfinite(amount), "amount must be finite and not negative", amount);
    }
}
