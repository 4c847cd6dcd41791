package dev.kindred.query;

import dev.kindred.model.RecommendedItem;
import java.util.List;

/**
 * A list as of this moment, best first.
 *
 * @param items best first
 * @param asOfMs the time of the latest event that the asking side's vector knows of, in epoch milliseconds
 * @param vectorVersion how many events of the asking side the list takes into account
 */
public record CurrentList(List<RecommendedItem> items, long asOfMs, long vectorVersion) {

    public CurrentList {
        items = List.copyOf(items);
    }
}
