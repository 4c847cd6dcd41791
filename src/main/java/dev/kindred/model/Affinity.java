package dev.kindred.model;

/**
 * What others see of one cell: how much a user is drawn to an item.
 *
 * @param affinity the long-term weight as of {@code touchedMs}, finite; it halves with every half-life since then
 * @param touchedMs the time of the cell's last event, in epoch milliseconds
 * @param types the types of event seen so far, as a union of {@link InteractionType#bit() bits}
 */
public record Affinity(double affinity, long touchedMs, int types) {

    public Affinity {
        if (!Double.isFinite(affinity)) {
            throw new IllegalArgumentException("affinity must be finite, got " + affinity);
        }
    }
}
