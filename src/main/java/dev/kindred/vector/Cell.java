package dev.kindred.vector;

/**
 * One user's relation to one item, as stored. It decays without being written: only an event on this item writes it.
 *
 * @param affinity the long-term preference as of {@code touchedMs}
 * @param touchedMs the time of the last event on the item, in epoch milliseconds
 * @param interest the short-term interest as of {@code asOfMs} and {@code clock}
 * @param asOfMs the vector's time at the last event on the item; later than {@code touchedMs} if that event was late
 * @param clock the vector's clock at that event, see {@link Header}
 * @param types the types of event on the item, as a union of {@link dev.kindred.model.InteractionType#bit() bits}
 */
public record Cell(double affinity, long touchedMs, double interest, long asOfMs, long clock, int types) {}
