package dev.kindred.recommend;

import dev.kindred.similarity.Neighbors;
import dev.kindred.vector.UserVector;
import java.util.Set;

/**
 * For whom and when a list is made.
 *
 * @param vector of the user
 * @param currentItem the number of the item at hand, {@link dev.kindred.model.ItemDictionary#NONE} if there is none
 * @param neighbors of the user, found in the view that the list is made from
 * @param without more items that are not to be shown, by number
 * @param nowMs the time of asking, in epoch milliseconds
 */
public record Occasion(UserVector vector, int currentItem, Neighbors neighbors, Set<Integer> without, long nowMs) {

    public Occasion {
        without = Set.copyOf(without);
    }
}
