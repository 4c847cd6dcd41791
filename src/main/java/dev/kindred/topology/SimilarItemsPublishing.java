package dev.kindred.topology;

/**
 * How similar items are published.
 *
 * @param intervalMs the interval between checks of all items, 0 for no checks
 * @param size the most items in a list, positive
 */
public record SimilarItemsPublishing(long intervalMs, int size) {

    public SimilarItemsPublishing {
        if (intervalMs < 0) {
            throw new IllegalArgumentException("intervalMs must not be negative, got " + intervalMs);
        }
        if (size < 1) {
            throw new IllegalArgumentException("size must be positive, got " + size);
        }
    }
}
