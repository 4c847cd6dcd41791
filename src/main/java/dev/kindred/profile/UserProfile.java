package dev.kindred.profile;

import dev.kindred.model.InteractionType;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * A user in general, as of a moment.
 *
 * @param asOfMs the moment, in epoch milliseconds
 * @param events how many events made the vector; also its version
 * @param items how many items the vector has; the least recently touched may have left it
 * @param itemsByType with how many of them the user did each thing; a type that was never seen is not among them
 * @param firstEventMs the time of the earliest event, in epoch milliseconds; where the vector is older than habits are
 *     kept, the earliest that is known
 * @param lastEventMs the time of the latest event, in epoch milliseconds; may be a little ahead of {@code asOfMs}
 * @param lifecycle between coming and having gone
 * @param habits when and how the user comes
 * @param preferences what the user is drawn to
 * @param attributes anything that the shop knows of the user, by name
 * @param consents what the user was asked, by purpose: true where it was given, false where it was refused; a purpose that is
 *     not named was not asked
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
        attributes = Collections.unmodifiableMap(new TreeMap<>(attributes)); // in order, for people
        consents = Collections.unmodifiableMap(new TreeMap<>(consents));
    }

    /** The time since the last event, in milliseconds, not negative. */
    public long sinceLastEventMs() {
        return Math.max(0, asOfMs - lastEventMs);
    }

    /** The same with no more than so many of each kind of preference. */
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

    /** Whether the user said yes to a purpose. Not to have been asked is no consent. */
    public boolean consentsTo(String purpose) {
        return consents.getOrDefault(purpose, false);
    }

    /** The time since the first event, in milliseconds, not negative. */
    public long sinceFirstEventMs() {
        return Math.max(0, asOfMs - firstEventMs);
    }

    /** How many events came in a week, on average since the first one; in the first week, what has come so far. */
    public double eventsPerWeek() {
        return perWeek(habits.events());
    }

    /** How often the user came in a week, in the same way. */
    public double sessionsPerWeek() {
        return perWeek(habits.sessions());
    }

    private double perWeek(long count) {
        return count / Math.max(1, sinceFirstEventMs() / WEEK_MS);
    }
}
