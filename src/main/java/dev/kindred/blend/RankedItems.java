package dev.kindred.blend;

import java.util.function.IntToDoubleFunction;

/** Items by number, best first by score as a float. A reader asks for as many as it needs. */
public interface RankedItems {

    /** Whether there is an item at a rank, from 0. Call it before the other methods, for ascending ranks. */
    boolean has(int rank);

    /** The item at a rank. */
    int item(int rank);

    /** The score of the item at a rank, positive. */
    double score(int rank);

    /**
     * Items that are ordered already.
     *
     * @param items the first {@code count} are the items, best first
     */
    static RankedItems of(int[] items, int count, IntToDoubleFunction scoreOf) {
        return new RankedItems() {
            @Override
            public boolean has(int rank) {
                return rank < count;
            }

            @Override
            public int item(int rank) {
                return items[rank];
            }

            @Override
            public double score(int rank) {
                return scoreOf.applyAsDouble(items[rank]);
            }
        };
    }
}
