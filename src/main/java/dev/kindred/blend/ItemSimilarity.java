package dev.kindred.blend;

/** The similarity of two items. */
@FunctionalInterface
public interface ItemSimilarity {

    /**
     * Compares two items, by number.
     *
     * @return a symmetric value from 0, nothing in common, to 1, equal
     */
    double between(int item, int other);
}
