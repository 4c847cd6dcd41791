package dev.kindred.recommend;

import dev.kindred.scenario.Excludes;
import dev.kindred.scenario.Scenario;

/**
 * The settings of the default list, and of user-based scores in every list.
 *
 * @param size n: the length of a list, unless too few items qualify
 * @param excludes the user's own items that are left out
 * @param reasons the greatest number of reasons for one item
 * @param proximity how fast a neighbor's vote decreases with the number d of touches between the voted item and the
 *     shared item in the neighbor's history: by the factor (e^(−proximity·d) + e^(−proximity·d/10)) / 2; not negative,
 *     0 for no decrease
 * @param closenessBefore what is left of the vote for an item that the neighbor touched before the shared item, in [0, 1]: 1
 *     if the direction means nothing
 * @param recency how fast a neighbor's vote decreases with the number n of items that the user has touched since the
 *     shared item: by the factor 1 / (1 + recency·n); not negative, 0 for no decrease
 * @param ownHistory the similarity with which the user's own history votes, like a neighbor; not negative, 0 leaves it
 *     out
 * @param minimumSupport how many users must stand behind an item that is not the user's own, and behind a reason;
 *     positive
 */
public record RecommendSettings(
        int size,
        Excludes excludes,
        int reasons,
        double proximity,
        double closenessBefore,
        double recency,
        double ownHistory,
        int minimumSupport) {

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
        if (!(closenessBefore >= 0 && closenessBefore <= 1)) {
            throw new IllegalArgumentException("closenessBefore must be in [0, 1], got " + closenessBefore);
        }
        if (!(recency >= 0)) {
            throw new IllegalArgumentException("recency must not be negative, got " + recency);
        }
        if (!(ownHistory >= 0)) {
            throw new IllegalArgumentException("ownHistory must not be negative, got " + ownHistory);
        }
        if (minimumSupport < 1) {
            throw new IllegalArgumentException("minimumSupport must be positive, got " + minimumSupport);
        }
    }

    /** A copy with another minimum support. */
    public RecommendSettings supportedBy(int users) {
        return new RecommendSettings(size, excludes, reasons, proximity, closenessBefore, recency, ownHistory, users);
    }

    /** The textbook formula, without these refinements. */
    public RecommendSettings(int size, Excludes excludes, int reasons) {
        this(size, excludes, reasons, 0, 1, 0, 0, 1);
    }

    /** The built-in scenario {@link Scenario#DEFAULT}. */
    public Scenario defaultScenario() {
        return Scenario.userBased(size, excludes);
    }
}
