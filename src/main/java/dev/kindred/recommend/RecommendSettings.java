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
 * @param proximity how fast a neighbor's vote fades for items that the neighbor touched long before or after what both
 *     share: with d touches between, to (e^(−proximity·d) + e^(−proximity·d/10)) / 2; not negative, 0 makes no
 *     difference
 * @param recency how fast a neighbor's vote fades when the user has gone on to other things since what both share: n of
 *     them later it is 1 / (1 + recency·n); not negative, 0 makes no difference
 * @param ownHistory how much the user's own history votes: as much as a neighbor of this similarity; not negative, 0
 *     leaves it out
 */
public record RecommendSettings(
        int size,
        Set<Exclusion> exclusions,
        int reasons,
        long minIntervalMs,
        double proximity,
        double recency,
        double ownHistory) {

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
        if (!(proximity >= 0)) {
            throw new IllegalArgumentException("proximity must not be negative, got " + proximity);
        }
        if (!(recency >= 0)) {
            throw new IllegalArgumentException("recency must not be negative, got " + recency);
        }
        if (!(ownHistory >= 0)) {
            throw new IllegalArgumentException("ownHistory must not be negative, got " + ownHistory);
        }
        exclusions = exclusions.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(exclusions));
    }

    /** The plain vote of the textbook. */
    public RecommendSettings(int size, Set<Exclusion> exclusions, int reasons, long minIntervalMs) {
        this(size, exclusions, reasons, minIntervalMs, 0, 0, 0);
    }

    /** Whether others give items the same scores, whatever of them is shown. */
    boolean scoresAs(RecommendSettings others) {
        return proximity == others.proximity && recency == others.recency && ownHistory == others.ownHistory;
    }

    /** The same with other exclusions. */
    public RecommendSettings excluding(Set<Exclusion> others) {
        return new RecommendSettings(size, others, reasons, minIntervalMs, proximity, recency, ownHistory);
    }

    /** The same for lists of another length. */
    public RecommendSettings ofSize(int otherSize) {
        return new RecommendSettings(otherSize, exclusions, reasons, minIntervalMs, proximity, recency, ownHistory);
    }

    /** The same with at most so many reasons for an item. */
    public RecommendSettings explainedBy(int otherReasons) {
        return new RecommendSettings(size, exclusions, otherReasons, minIntervalMs, proximity, recency, ownHistory);
    }
}
