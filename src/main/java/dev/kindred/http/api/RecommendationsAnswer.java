package dev.kindred.http.api;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.JsonSerializable;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import dev.kindred.model.Described;
import dev.kindred.model.Reason;
import dev.kindred.model.RecommendedItem;
import dev.kindred.model.Strategy;
import dev.kindred.query.CurrentList;
import dev.kindred.recommend.EmptyReason;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A list as JSON.
 *
 * @param asOfMs the time of the latest event that it takes into account, in epoch milliseconds; absent without events
 * @param vectorVersion how many events it takes into account
 * @param fallback whether popular items fill it up, or the user is unknown and gets the list of a user without events
 * @param items best first
 * @param stale true if a copy answers that may lag behind; absent otherwise
 * @param empty why there are no items; absent if there are some
 */
record RecommendationsAnswer(
        @Nullable Long asOfMs,
        long vectorVersion,
        boolean fallback,
        List<Item> items,
        @Nullable Boolean stale,

        @Described("The reason for an empty list; absent otherwise.") @Nullable
        String empty) {

    /**
     * One recommended item.
     *
     * @param parts in a blend, each strategy's fraction of the score
     * @param reasons absent unless asked for
     * @param terms the terms shared with the user's own items; absent unless requested
     * @param trendPosition its place among what is trending; absent unless asked for
     * @param text a sentence on it; absent unless asked for
     */
    record Item(
            int rank,
            String itemId,
            double score,
            Strategy strategy,

            @Described("0 if there are none, or so few that the number is withheld.")
            int similarUsers,

            @Described("The contribution of each strategy to the score, where several were blended.") @Nullable
            List<Part> parts,

            @Nullable List<Reason> reasons,

            @Described("The terms that it shares with the user's own items.") @Nullable
            List<String> terms,

            @Described("Its rank among trending items, from 1, where trending contributes to the score.") @Nullable
            Integer trendPosition,

            @Described("The reason for the recommendation, as a sentence.") @Nullable
            String text)
            implements JsonSerializable {

        private static final SerializedString RANK = new SerializedString("rank");
        private static final SerializedString ITEM_ID = new SerializedString("itemId");
        private static final SerializedString SCORE = new SerializedString("score");
        private static final SerializedString STRATEGY = new SerializedString("strategy");
        private static final SerializedString SIMILAR_USERS = new SerializedString("similarUsers");

        /** By hand: most of the JSON of a list is items, and reflection takes twice the time. */
        @Override
        public void serialize(JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeStartObject(this);
            json.writeFieldName(RANK);
            json.writeNumber(rank);
            json.writeFieldName(ITEM_ID);
            json.writeString(itemId);
            json.writeFieldName(SCORE);
            json.writeNumber(score);
            json.writeFieldName(STRATEGY);
            json.writeString(strategy.name());
            json.writeFieldName(SIMILAR_USERS);
            json.writeNumber(similarUsers);
            writeIfPresent("parts", parts, json);
            writeIfPresent("reasons", reasons, json);
            writeIfPresent("terms", terms, json);
            writeIfPresent("trendPosition", trendPosition, json);
            writeIfPresent("text", text, json);
            json.writeEndObject();
        }

        private static void writeIfPresent(String name, @Nullable Object value, JsonGenerator json) throws IOException {
            if (value != null) {
                json.writeObjectField(name, value);
            }
        }

        @Override
        public void serializeWithType(JsonGenerator json, SerializerProvider provider, TypeSerializer type)
                throws IOException {
            serialize(json, provider); // no answer names its class
        }
    }

    /** A strategy's fraction of a score. */
    record Part(Strategy strategy, double share) {}

    static RecommendationsAnswer of(
            CurrentList list, boolean isFallback, Function<RecommendedItem, Item> describer, @Nullable Boolean stale) {
        boolean fallback = isFallback || list.items().stream().anyMatch(item -> item.strategy() == Strategy.POPULAR);
        return new RecommendationsAnswer(
                list.vectorVersion() == 0 ? null : list.asOfMs(),
                list.vectorVersion(),
                fallback,
                list.items().stream().map(describer).toList(),
                stale,
                list.empty().map(EmptyReason::sentence).orElse(null));
    }

    /**
     * An item as JSON.
     *
     * @param explained whether reasons are given
     * @param trendPosition given among them
     */
    static Item item(RecommendedItem item, boolean explained, OptionalInt trendPosition, Optional<String> text) {
        return new Item(
                item.rank(),
                item.itemId(),
                item.score(),
                item.strategy(),
                item.similarUsers(),
                item.parts().isEmpty() ? null : parts(item),
                explained ? item.reasons() : null,
                explained && !item.terms().isEmpty() ? item.terms() : null,
                explained && trendPosition.isPresent() ? trendPosition.getAsInt() : null,
                text.orElse(null));
    }

    private static List<Part> parts(RecommendedItem item) {
        return item.parts().entrySet().stream()
                .map(part -> new Part(part.getKey(), part.getValue()))
                .toList();
    }
}
