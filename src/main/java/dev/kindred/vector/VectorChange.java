package dev.kindred.vector;

/**
 * The change that one event made to a user's vector.
 *
 * @param item the number of the touched item
 * @param addedInterest the increase of the interest in it, in the vector's relative unit
 * @param normBefore the L2 norm of the interests before the event, decayed to now, in the same unit
 * @param evictedItem the item that was evicted, {@link #NOTHING} if none was
 * @param evictedInterest the interest in the evicted item, in the same unit
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
