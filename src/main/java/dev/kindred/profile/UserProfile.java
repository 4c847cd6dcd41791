package dev.kindred.profile;

import dev.kindred.model.InteractionType;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The profile of a user at a point in time.
 *
 * @param asOfMs that time, in epoch milliseconds
 * @param events the number of events in the vector; also its version
 * @param items the number of items in the vector, from which the least recently touched may have been evicted
 * @param itemsByType the number of these items with an event of each type; types without events are absent
 * @param firstEventMs the time of the earliest event, in epoch milliseconds; if the vector is older than the record of
 *     habits, the earliest known one
 * @param lastEventMs the time of the latest event, in epoch milliseconds; may be a little ahead of {@code asOfMs}
 * @param attributes attributes set by the shop, by name
 * @param consents by purpose: true if given, false if refused; absent if the user was never asked
 */
public record UserProfile(
        long asOfMs,
        long events,
        int items,
        Map<InteractionType, Integer> itemsByType,
        long firstEventMs,
        long lastEventMs,
        Lifecycle lifecycle,
        UserHabits habits,
        Preferences preferences,
        Map<String, String> attributes,
        Map<String, Boolean> consents) {

    private static final double WEEK_MS = Duration.ofDays(7).toMillis();

    public UserProfile {
        Map<InteractionType, Integer> ordered = new EnumMap<>(InteractionType.class);
        ordered.putAll(itemsByType);
        itemsByType = Collections.unmodifiableMap(ordered);
        attributes = Collections.unmodifiableMap(new TreeMap<>(attributes)); // sorted for readers
        consents = Collections.unmodifiableMap(new TreeMap<>(consents));
    }

    /** The time since the last event, in milliseconds, not negative. */
    public long sinceLastEventMs() {
        return Math.max(0, asOfMs - lastEventMs);
    }

    /** A copy with at most {@code limit} preferences of each kind. */
    public UserProfile withStrongest(int limit) {
        return new UserProfile(
                asOfMs,
                events,
                items,
                itemsByType,
                firstEventMs,
                lastEventMs,
                lifecycle,
                habits,
                preferences.strongest(limit),
                attributes,
                consents);
    }

    /** Whether the user gave consent to a purpose; false if never asked. */
    public boolean consentsTo(String purpose) {
        return consents.getOrDefault(purpose, false);
    }

    /** The time since the first event, in milliseconds, not negative. */
    public long sinceFirstEventMs() {
        return Math.max(0, asOfMs - firstEventMs);
    }

    /** The mean number of events per week since the first one; in the first week, the number so far. */
    public double eventsPerWeek() {
        return perWeek(habits.events());
    }

    /** The mean number of sessions per week, computed in the same way. */
    public double sessionsPerWeek() {
        return perWeek(habits.sessions());
    }

    private double perWeek(long count) {
        return count / Math.max(1, sinceFirstEventMs() / WEEK_MS);
    }
}
