package dev.kindred.model;

/**
 * A user's affinity to an item: the part of a cell that the model reads.
 *
 * @param affinity the long-term weight as of {@code touchedMs}, finite; it halves with every half-life since then
 * @param touchedMs the time of the cell's last event, in epoch milliseconds
 * @param types the types of event seen so far, as a union of {@link InteractionType#bit() bits}
 */
public record Affinity(double affinity, long touchedMs, int types) {

    public Affinity {
        Require.that(Double.isFinite(affinity), "affinity must be finite", affinity);
    }
}
