package dev.kindred.profile;

import dev.kindred.model.InteractionType;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * A user in general, as of a moment.
 *
 * @param asOfMs the moment, in epoch milliseconds
 * @param events how many events made the vector; also its version
 * @param items how many items the vector has; the least recently touched may have left it
 * @param itemsByType with how many of them the user did each thing; a type that was never seen is not among them
 * @param oldestTouchMs the oldest of the items' last touches, in epoch milliseconds: the user was there by then
 * @param lastEventMs the time of the latest event, in epoch milliseconds; may be a little ahead of {@code asOfMs}
 * @param eventsPerWeek a lower bound of how often events come. At least one event on each item has come since the oldest
 *     touch, so it is {@code items / max(1, weeks since the oldest touch)}: how many came to one item is not remembered by
 *     time. In the first week it is what has come so far
 * @param lifecycle between coming and having gone
 * @param preferences what the user is drawn to
 */
public record UserProfile(
        long asOfMs,
        long events,
        int items,
        Map<InteractionType, Integer> itemsByType,
        long oldestTouchMs,
        long lastEventMs,
        double eventsPerWeek,
        Lifecycle lifecycle,
        Preferences preferences) {

    public UserProfile {
        Map<InteractionType, Integer> ordered = new EnumMap<>(InteractionType.class);
        ordered.putAll(itemsByType);
        itemsByType = Collections.unmodifiableMap(ordered);
    }

    /** The time since the last event, in milliseconds, not negative. */
    public long sinceLastEventMs() {
        return Math.max(0, asOfMs - lastEventMs);
    }
}
