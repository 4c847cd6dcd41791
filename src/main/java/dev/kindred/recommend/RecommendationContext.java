package dev.kindred.recommend;

import dev.kindred.similarity.Neighbors;
import dev.kindred.vector.UserVector;
import java.util.Set;

/**
 * The user and the time for which a list is computed.
 *
 * @param vector the user's vector
 * @param currentItem the number of the current item, or {@link dev.kindred.model.ItemDictionary#NONE}
 * @param neighbors the user's neighbors, found in the same view of the matrix
 * @param without numbers of further items to leave out
 * @param nowMs the time of the query for filters, boosts and ages of items, in epoch milliseconds
 * @param asOfMs the time to which weights are decayed, in epoch milliseconds
 * @param fatigue of items that the user was shown
 */
public record RecommendationContext(
        UserVector vector,
        int currentItem,
        Neighbors neighbors,
        Set<Integer> without,
        long nowMs,
        long asOfMs,
        Fatigue fatigue) {

    public RecommendationContext {
        without = Set.copyOf(without);
    }

    /** A user without fatigue. */
    public RecommendationContext(
            UserVector vector, int currentItem, Neighbors neighbors, Set<Integer> without, long nowMs, long asOfMs) {
        this(vector, currentItem, neighbors, without, nowMs, asOfMs, Fatigue.NONE);
    }
}
