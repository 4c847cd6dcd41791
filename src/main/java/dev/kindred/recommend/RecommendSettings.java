package dev.kindred.recommend;

import java.util.EnumSet;
import java.util.Set;

/**
 * What a list of recommendations looks like.
 *
 * @param size n: the length of a list, unless too few items are known
 * @param exclusions which of the user's own items are left out
 * @param reasons the most reasons given for one item
 * @param minIntervalMs the least time between two refreshes of a user: of the events in between, the last one refreshes
 *     when the time is over; 0 refreshes at every event
 */
public record RecommendSettings(int size, Set<Exclusion> exclusions, int reasons, long minIntervalMs) {

    public RecommendSettings {
        if (size < 1) {
            throw new IllegalArgumentException("size must be positive, got " + size);
        }
        if (reasons < 0) {
            throw new IllegalArgumentException("reasons must not be negative, got " + reasons);
        }
        if (minIntervalMs < 0) {
            throw new IllegalArgumentException("minIntervalMs must not be negative, got " + minIntervalMs);
        }
        exclusions = exclusions.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(exclusions));
    }
}
