package dev.kindred.model;

import java.util.Optional;
import java.util.OptionalDouble;

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
 * @param amount what was paid for it, in the shop's main currency and for all pieces: finite and not negative; empty when
 *     it is not known, and of everything but a purchase
 */
public record Interaction(
        Optional<String> eventId,
        String userId,
        String itemId,
        InteractionType type,
        long timestampMs,
        double strength,
        OptionalDouble amount) {

    public Interaction {
        if (userId.isEmpty() || itemId.isEmpty()) {
            throw new IllegalArgumentException("user and item must not be empty");
        }
        if (!(strength > 0) || Double.isInfinite(strength)) {
            throw new IllegalArgumentException("strength must be positive and finite, got " + strength);
        }
        amount.ifPresent(paid -> checkAmount(type, paid));
    }

    /** An event that does not say what was paid. */
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
        if (type != InteractionType.PURCHASE) {
            throw new IllegalArgumentException("only a purchase has an amount, got " + type);
        }
        if (!(amount >= 0) || Double.isInfinite(amount)) {
            throw new IllegalArgumentException("amount must be finite and not negative, got " + amount);
        }
    }
}
