package dev.kindred.recommend;

import dev.kindred.similarity.Neighbors;
import dev.kindred.vector.UserVector;
import java.util.Set;

/**
 * The user and the moment that a list is made for.
 *
 * @param vector of the user
 * @param currentItem the number of the item at hand, {@link dev.kindred.model.ItemDictionary#NONE} if there is none
 * @param neighbors of the user, found in the view that the list is made from
 * @param without more items that the list leaves out, by number
 * @param nowMs the time of asking, in epoch milliseconds: filters, boosts and the ages of items go by it
 * @param asOfMs the time that weights are given for, in epoch milliseconds
 */
public record RecommendationContext(
        UserVector vector, int currentItem, Neighbors neighbors, Set<Integer> without, long nowMs, long asOfMs) {

    public RecommendationContext {
        without = Set.copyOf(without);
    }
}
