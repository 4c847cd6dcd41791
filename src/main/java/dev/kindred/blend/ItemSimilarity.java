package dev.kindred.blend;

/** How much alike two items are. */
@FunctionalInterface
public interface ItemSimilarity {

    /**
     * Compares two items, by number.
     *
     * @return from 0, nothing in common, to 1, alike; the same whichever comes first
     */
    double between(int item, int other);
}
