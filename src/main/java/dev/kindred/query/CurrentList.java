package dev.kindred.query;

import dev.kindred.model.RecommendedItem;
import dev.kindred.recommend.EmptyReason;
import java.util.List;
import java.util.Optional;

/**
 * A list as of this moment, best first.
 *
 * @param items best first
 * @param asOfMs the time of the latest event that the asking side's vector knows of, in epoch milliseconds
 * @param vectorVersion how many events of the asking side the list takes into account
 * @param empty why there is no item, if there is none
 */
public record CurrentList(List<RecommendedItem> items, long asOfMs, long vectorVersion, Optional<EmptyReason> empty) {

    public CurrentList {
        items = List.copyOf(items);
    }
}
