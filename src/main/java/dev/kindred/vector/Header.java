package dev.kindred.vector;

/**
 * What a user's vector is as a whole, beside its cells.
 *
 * @param events how many events made it; also its version
 * @param clock how many steps interests have gone down: one for each event that was later than all before
 * @param timeMs the greatest time of its events, in epoch milliseconds
 * @param affinitySquaredNorm of all affinities as of {@code timeMs}
 * @param interestSquaredNorm of all interests as of {@code timeMs} and {@code clock}
 * @param habits when and how the user comes
 * @param recentEvents fingerprints of the ids of the last events and merges, oldest first, by which repeats are dropped
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
