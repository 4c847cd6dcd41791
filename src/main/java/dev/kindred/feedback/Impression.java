package dev.kindred.feedback;

/**
 * An item in a list that was shown.
 *
 * @param position from 1; 0 if it is not known
 * @param timeMs when it was shown first, in epoch milliseconds
 */
public record Impression(int position, long timeMs) {

    /** Both as one: beacons may repeat what others have told, in any order. */
    Impression with(Impression other) {
        int least = Math.min(position, other.position);
        return new Impression(least > 0 ? least : Math.max(position, other.position), Math.min(timeMs, other.timeMs));
    }
}
