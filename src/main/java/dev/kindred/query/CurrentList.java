package dev.kindred.query;

import dev.kindred.model.RecommendedItem;
import dev.kindred.recommend.EmptyReason;
import java.util.List;
import java.util.Optional;

/**
 * A list as of now.
 *
 * @param items best first
 * @param asOfMs the time of the latest event in the user's or session's vector, in epoch milliseconds
 * @param vectorVersion the number of events in that vector
 * @param empty why the list is empty; absent if it is not
 */
public record CurrentList(List<RecommendedItem> items, long asOfMs, long vectorVersion, Optional<EmptyReason> empty) {

    public CurrentList {
        items = List.copyOf(items);
    }
}
