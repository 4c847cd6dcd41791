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
import java.util.OptionalDouble;
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
 * @param personal false without a consent that is needed; absent otherwise
 * @param listId the id of the list, for events of what it showed; absent unless feedback is enabled
 * @param scenario the scenario that made it
 * @param variant the variant of that scenario; absent without an experiment
 * @param propensity the probability with which the variant was chosen; absent unless chance took part
 */
record RecommendationsAnswer(
        @Nullable Long asOfMs,
        long vectorVersion,
        boolean fallback,
        List<Item> items,
        @Nullable Boolean stale,

        @Described("The reason for an empty list; absent otherwise.") @Nullable
        String empty,

        @Described("false if the user has not given a consent that the list needs; absent otherwise.") @Nullable
        Boolean personal,

        @Described("The id of this list: events send it back with what was shown and touched. Absent unless feedback is"
                + " enabled.")
        @Nullable
        String listId,

        @Described("The scenario that made the list.") String scenario,

        @Described("The variant of the scenario; absent without an experiment.") @Nullable
        String variant,

        @Described("The probability with which the variant was chosen; absent unless chance took part.") @Nullable
        Double propensity) {

    /**
     * One recommended item.
     *
     * @param parts in a blend, each strategy's fraction of the score
     * @param reasons absent unless asked for
     * @param terms the terms shared with the user's own items; absent unless requested
     * @param trendPosition its place among what is trending; absent unless asked for
     * @param text a sentence on it; absent unless asked for
     * @param propensity the probability with which it came to this place; absent unless chance took part
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
            String text,

            @Described("The probability with which it came to this place; absent unless chance took part.") @Nullable
            Double propensity)
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
            writeIfPresent("propensity", propensity, json);
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
                list.empty().map(EmptyReason::sentence).orElse(null),
                list.personal() ? null : false,
                list.identity().listId().orElse(null),
                list.scenario(),
                list.identity().variant().orElse(null),
                nullable(list.identity().propensity()));
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
                text.orElse(null),
                nullable(item.propensity()));
    }

    static @Nullable Double nullable(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }

    private static List<Part> parts(RecommendedItem item) {
        return item.parts().entrySet().stream()
                .map(part -> new Part(part.getKey(), part.getValue()))
                .toList();
    }
}
