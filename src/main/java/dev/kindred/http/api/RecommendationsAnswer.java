package dev.kindred.http.api;

import dev.kindred.model.Reason;
import dev.kindred.model.RecommendedItem;
import dev.kindred.model.Strategy;
import dev.kindred.query.CurrentList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list as JSON.
 *
 * @param asOfMs the time of the latest event that it takes into account, in epoch milliseconds; absent without events
 * @param vectorVersion how many events it takes into account
 * @param fallback whether popular items fill it up, or make all of it
 * @param items best first
 * @param stale true if a copy answers that may lag behind; absent otherwise
 */
record RecommendationsAnswer(
        @Nullable Long asOfMs,
        long vectorVersion,
        boolean fallback,
        List<Item> items,
        @Nullable Boolean stale) {

    RecommendationsAnswer {
        items = List.copyOf(items);
    }

    /**
     * One recommended item.
     *
     * @param reasons absent unless asked for
     */
    record Item(
            int rank,
            String itemId,
            double score,
            Strategy strategy,
            int similarUsers,
            @Nullable List<ReasonAnswer> reasons) {}

    /** One of the user's own items and its share of the score. */
    record ReasonAnswer(String itemId, double share) {

        static ReasonAnswer of(Reason reason) {
            return new ReasonAnswer(reason.itemId(), reason.share());
        }
    }

    static RecommendationsAnswer of(CurrentList list, boolean explained, @Nullable Boolean stale) {
        boolean fallback = list.items().stream().anyMatch(item -> item.strategy() == Strategy.POPULAR);
        return new RecommendationsAnswer(
                list.vectorVersion() == 0 ? null : list.asOfMs(),
                list.vectorVersion(),
                fallback,
                list.items().stream().map(item -> item(item, explained)).toList(),
                stale);
    }

    private static Item item(RecommendedItem item, boolean explained) {
        return new Item(
                item.rank(),
                item.itemId(),
                item.score(),
                item.strategy(),
                item.similarUsers(),
                explained ? item.reasons().stream().map(ReasonAnswer::of).toList() : null);
    }
}
