package dev.kindred.http.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.feedback.UserFeedback;
import dev.kindred.http.Json;
import dev.kindred.model.ErasureReceipt;
import dev.kindred.model.InteractionType;
import dev.kindred.model.Item;
import dev.kindred.model.ListIdentity;
import dev.kindred.model.ListReference;
import dev.kindred.model.RawInteraction;
import dev.kindred.model.Recommendations;
import dev.kindred.model.RecommendedItem;
import dev.kindred.model.SimilarItem;
import dev.kindred.model.SimilarItemLists;
import dev.kindred.model.UserAttributes;
import dev.kindred.profile.PublishedProfile;
import dev.kindred.query.Profile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The records of the topics as JSON, with the fields of the answers to the same questions. */
public final class Printed {

    private Printed() {}

    /**
     * {@link RecommendationsAnswer} of a topic, with reasons; {@code scenarios} is absent where no such list is
     * published, {@code lists} where no list has an id or a variant.
     */
    private record PrintedList(
            @Nullable String triggerEventId,
            long triggerTimestampMs,
            long computedAtMs,
            long vectorVersion,
            boolean fallback,
            List<RecommendationsAnswer.Item> items,
            @Nullable Map<String, List<RecommendationsAnswer.Item>> scenarios,
            @Nullable Map<String, PrintedIdentity> lists) {}

    private record PrintedIdentity(
            @Nullable String listId,
            @Nullable String variant,
            @Nullable Double propensity) {

        static PrintedIdentity of(ListIdentity identity) {
            return new PrintedIdentity(
                    identity.listId().orElse(null),
                    identity.variant().orElse(null),
                    RecommendationsAnswer.nullable(identity.propensity()));
        }
    }

    private record PrintedSimilarItems(
            long computedAtMs, List<SimilarItem> similar, List<SimilarItem> boughtTogether) {}

    /** {@link EventRoutes.EventsPost.Event}, of a type that this version may not know. */
    private record PrintedEvent(
            String userId,
            String itemId,
            @Nullable InteractionType type,
            long timestampMs,
            double strength,
            @Nullable String eventId,
            @Nullable Double amount,
            @Nullable String listId,
            @Nullable String scenario,
            @Nullable String variant,
            @Nullable Integer position) {}

    /** A refreshed list. */
    public static ObjectNode of(Recommendations list) {
        Map<String, List<RecommendationsAnswer.Item>> scenarios = new LinkedHashMap<>();
        list.scenarios().forEach((name, items) -> scenarios.put(name, answers(items)));
        return Json.object(new PrintedList(
                list.triggerEventId().orElse(null),
                list.triggerTimestampMs(),
                list.computedAtMs(),
                list.vectorVersion(),
                list.hasFallback(),
                answers(list.items()),
                scenarios.isEmpty() ? null : scenarios,
                list.identities().isEmpty() ? null : identities(list.identities())));
    }

    private static Map<String, PrintedIdentity> identities(Map<String, ListIdentity> identities) {
        Map<String, PrintedIdentity> printed = new TreeMap<>();
        identities.forEach((scenario, identity) -> printed.put(scenario, PrintedIdentity.of(identity)));
        return printed;
    }

    private static List<RecommendationsAnswer.Item> answers(List<RecommendedItem> items) {
        return items.stream()
                .map(item -> RecommendationsAnswer.item(item, true, OptionalInt.empty(), Optional.empty()))
                .toList();
    }

    /** A profile, without {@code items}, which the topic does not have. */
    public static ObjectNode of(PublishedProfile profile) {
        Profile known = new Profile(profile.whole(), profile.segments(), List.of());
        return Json.object(ProfileAnswer.of(known, null)).without("items");
    }

    /** An item, in the form that can be imported; a withdrawn one as deleted. */
    public static ObjectNode of(Item item) {
        return item.withdrawn()
                ? JsonNodeFactory.instance
                        .objectNode()
                        .put("itemId", item.itemId())
                        .put("deleted", true)
                : Json.object(ItemAnswer.of(item));
    }

    /** An event, as it is sent over HTTP. */
    public static ObjectNode of(RawInteraction event) {
        ListReference list = event.list();
        return Json.object(new PrintedEvent(
                event.userId(),
                event.itemId(),
                event.type().orElse(null),
                event.timestampMs(),
                event.strength(),
                event.eventId().orElse(null),
                RecommendationsAnswer.nullable(event.amount()),
                list.listId().orElse(null),
                list.scenario().orElse(null),
                list.variant().orElse(null),
                list.position().isPresent() ? list.position().getAsInt() : null));
    }

    /** The lists that a user was shown lately, and what the user did. */
    public static ObjectNode of(UserFeedback feedback) {
        return Json.object(UserDataAnswer.FeedbackAnswer.of(feedback));
    }

    /** The receipt of an erasure. */
    public static ObjectNode of(ErasureReceipt receipt) {
        return Json.object(ErasureRoutes.ErasureAnswer.of(receipt));
    }

    /** Attributes and consents of a user. */
    public static ObjectNode of(UserAttributes attributes) {
        return Json.object(AttributesAnswer.of(attributes));
    }

    /** Similar items, without the digits that a {@code float} does not have. */
    public static ObjectNode of(SimilarItemLists lists) {
        return Json.object(new PrintedSimilarItems(
                lists.computedAtMs(), shortened(lists.similar()), shortened(lists.boughtTogether())));
    }

    private static List<SimilarItem> shortened(List<SimilarItem> items) {
        return items.stream()
                .map(item ->
                        new SimilarItem(item.itemId(), Double.parseDouble(Float.toString((float) item.similarity()))))
                .toList();
    }
}
