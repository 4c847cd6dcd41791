package dev.kindred.vector;

/**
 * The part of a user's vector that belongs to no single cell.
 *
 * @param events the number of events in it; also its version
 * @param clock the number of steps that interests have decayed: one for each event that was later than all before
 * @param timeMs the greatest time of its events, in epoch milliseconds
 * @param affinitySquaredNorm the squared norm of all affinities as of {@code timeMs}
 * @param interestSquaredNorm the squared norm of all interests as of {@code timeMs} and {@code clock}
 * @param habits when and how the user visits
 * @param recentEvents fingerprints of the ids of the last events and merges, oldest first, used to drop repeats
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Header(
        long events,
        long clock,
        long timeMs,
        double affinitySquaredNorm,
        double interestSquaredNorm,
        Habits habits,
        long[] recentEvents) {

    /** Before the first event. */
    public static final Header EMPTY = new Header(0, 0, Long.MIN_VALUE, 0, 0, Habits.NONE, new long[0]);
}
