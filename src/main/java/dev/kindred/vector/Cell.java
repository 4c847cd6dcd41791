package dev.kindred.vector;

/**
 * One user's relation to one item, as stored: it decays on its own, so that only an event on this very item writes it.
 *
 * @param affinity long-term taste as of {@code touchedMs}
 * @param touchedMs the time of the last event on the item, in epoch milliseconds
 * @param interest what the user is after, as of {@code asOfMs} and {@code clock}
 * @param asOfMs the vector's time at the last event on the item; later than {@code touchedMs} if that event was late
 * @param clock the vector's clock at that event, see {@link Header}
 * @param types the types of event seen, as a union of {@link dev.kindred.model.InteractionType#bit() bits}
 */
public record Cell(double affinity, long touchedMs, double interest, long asOfMs, long clock, int types) {}
