package dev.kindred.model;

/**
 * One user's relation to one item, on its way to another user.
 *
 * @param itemId not empty
 * @param affinity long-term taste as of {@code touchedMs}, finite
 * @param touchedMs the time of the last event on the item, in epoch milliseconds
 * @param interest what the user is after, as of the time of the vector, finite
 * @param types the types of event seen, as a union of {@link InteractionType#bit() bits}
 */
public record MovedCell(String itemId, double affinity, long touchedMs, double interest, int types) {

    public MovedCell {
        if (itemId.isEmpty()) {
            throw new IllegalArgumentException("itemId must not be empty");
        }
        if (!Double.isFinite(affinity) || !Double.isFinite(interest)) {
            throw new IllegalArgumentException(
                    "affinity and interest must be finite, got " + affinity + " and " + interest);
        }
    }
}
