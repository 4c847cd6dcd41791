package dev.kindred.model;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One user's refreshed list, best first, and the event that caused it.
 *
 * @param userId the user
 * @param items best first
 * @param triggerEventId the id of the event that caused the refresh, if it had one
 * @param triggerTimestampMs the time of that event, in epoch milliseconds
 * @param computedAtMs when the list was computed, in epoch milliseconds of the computing machine
 * @param vectorVersion the number of the user's events that the list takes into account
 * @param scenarios further lists by scenario, in their order
 * @param identities of the lists, by scenario; a list that is absent has {@link ListIdentity#NONE}
 */
public record Recommendations(
        String userId,
        List<RecommendedItem> items,
        Optional<String> triggerEventId,
        long triggerTimestampMs,
        long computedAtMs,
        long vectorVersion,
        Map<String, List<RecommendedItem>> scenarios,
        Map<String, ListIdentity> identities) {

    /** The scenario of the list in {@code items}. */
    public static final String DEFAULT = "default";

    public Recommendations {
        items = List.copyOf(items);
        scenarios = scenarios.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(scenarios));
        Map<String, ListIdentity> known = new HashMap<>(identities);
        known.values().removeIf(ListIdentity.NONE::equals);
        identities = Map.copyOf(known);
    }

    /** Lists without ids and without experiments. */
    public Recommendations(
            String userId,
            List<RecommendedItem> items,
            Optional<String> triggerEventId,
            long triggerTimestampMs,
            long computedAtMs,
            long vectorVersion,
            Map<String, List<RecommendedItem>> scenarios) {
        this(userId, items, triggerEventId, triggerTimestampMs, computedAtMs, vectorVersion, scenarios, Map.of());
    }

    /** The default list alone. */
    public Recommendations(
            String userId,
            List<RecommendedItem> items,
            Optional<String> triggerEventId,
            long triggerTimestampMs,
            long computedAtMs,
            long vectorVersion) {
        this(userId, items, triggerEventId, triggerTimestampMs, computedAtMs, vectorVersion, Map.of());
    }

    /** The identity of the list of a scenario. */
    public ListIdentity identity(String scenario) {
        return identities.getOrDefault(scenario, ListIdentity.NONE);
    }

    /** Whether any item is a fallback. */
    public boolean hasFallback() {
        return items.stream().anyMatch(item -> item.strategy() == Strategy.POPULAR);
    }
}
