package dev.kindred.vector;

/**
 * What one event did to a user's vector.
 *
 * @param item the number of the touched item
 * @param addedInterest what the event added to the interest in it, in the vector's relative unit
 * @param normBefore the L2 norm of the interests before, decayed to now, in the same unit
 * @param evictedItem the item that left to make room, {@link #NOTHING} if none did
 * @param evictedInterest the interest that left with it, in the same unit
 */
public record VectorChange(int item, double addedInterest, double normBefore, int evictedItem, double evictedInterest) {

    /** Stands for "no item was evicted". */
    public static final int NOTHING = -1;

    /** The items whose cells the event changed. */
    public int[] items() {
        return hasEvicted() ? new int[] {item, evictedItem} : new int[] {item};
    }

    public boolean hasEvicted() {
        return evictedItem != NOTHING;
    }
}
