package dev.kindred.http.api;

import dev.kindred.model.RecommendedItem;
import dev.kindred.model.Strategy;
import dev.kindred.query.Queries;
import dev.kindred.query.QueryException;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * The amount of explanation for every item of a list.
 *
 * @param reasons whether the user's own items, shared terms, and the place among trending items are given
 * @param language the language of a sentence for shoppers; empty for no sentence
 */
record Explanation(boolean reasons, Optional<Locale> language) {

    static final Explanation NONE = new Explanation(false, Optional.empty());

    /**
     * Returns the conversion of an item to its answer.
     *
     * @param queries find the titles of items
     */
    Function<RecommendedItem, RecommendationsAnswer.Item> describer(Queries queries) {
        Optional<Sentences> sentences = language.map(spoken -> new Sentences(spoken, id -> titleOf(id, queries)));
        return item -> {
            OptionalInt trendPosition = trendPosition(item, queries);
            return RecommendationsAnswer.item(
                    item, reasons, trendPosition, sentences.map(words -> words.on(item, trendPosition)));
        };
    }

    private OptionalInt trendPosition(RecommendedItem item, Queries queries) {
        boolean isAsked = reasons || language.isPresent();
        boolean isTrending =
                item.strategy() == Strategy.TRENDING || item.parts().containsKey(Strategy.TRENDING);
        return isAsked && isTrending ? queries.trendPosition(item.itemId()) : OptionalInt.empty();
    }

    private static String titleOf(String itemId, Queries queries) {
        try {
            String title = queries.item(itemId).title();
            return title.isEmpty() ? itemId : title;
        } catch (QueryException.UnknownItem e) {
            return itemId;
        }
    }
}
