package dev.kindred.recommend;

import dev.kindred.scenario.Excludes;
import dev.kindred.scenario.Scenario;

/**
 * What the default list looks like, and how user-based filtering scores items in every list.
 *
 * @param size n: the length of a list, unless too few items are known
 * @param excludes which of the user's own items are left out
 * @param reasons the most reasons given for one item
 * @param proximity how fast a neighbor's vote fades for items that the neighbor touched long before or after what both
 *     share: with d touches between, to (e^(−proximity·d) + e^(−proximity·d/10)) / 2; not negative, 0 makes no
 *     difference
 * @param recency how fast a neighbor's vote fades when the user has gone on to other things since what both share: n of
 *     them later it is 1 / (1 + recency·n); not negative, 0 makes no difference
 * @param ownHistory how much the user's own history votes: as much as a neighbor of this similarity; not negative, 0
 *     leaves it out
 */
public record RecommendSettings(
        int size, Excludes excludes, int reasons, double proximity, double recency, double ownHistory) {

    public RecommendSettings {
        if (size < 1) {
            throw new IllegalArgumentException("size must be positive, got " + size);
        }
        if (reasons < 0) {
            throw new IllegalArgumentException("reasons must not be negative, got " + reasons);
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
    }

    /** The plain vote of the textbook. */
    public RecommendSettings(int size, Excludes excludes, int reasons) {
        this(size, excludes, reasons, 0, 0, 0);
    }

    /** The built-in scenario {@link Scenario#DEFAULT}. */
    public Scenario defaultScenario() {
        return Scenario.userBased(size, excludes);
    }
}
