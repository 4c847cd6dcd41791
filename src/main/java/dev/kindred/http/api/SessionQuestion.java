package dev.kindred.http.api;

import dev.kindred.model.Described;
import dev.kindred.model.InteractionType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The events of an anonymous session.
 *
 * @param events in any order
 */
record SessionQuestion(
        @Described(value = "What was done, in any order; nothing of it is stored.", maxItems = Limits.SESSION_EVENTS)
        List<Event> events) {

    SessionQuestion {
        events = Limits.checked(events, "events", Limits.SESSION_EVENTS);
    }

    /**
     * One thing that was done.
     *
     * @param timestampMs now if absent
     * @param strength 1 if absent
     */
    record Event(
            @Described("The item.") String itemId,
            @Described("The type of the event.") InteractionType type,

            @Described("The time of the event, in epoch milliseconds; now if absent.") @Nullable
            Long timestampMs,

            @Described("The strength of the event, 1 if absent; the stars of a rating.") @Nullable
            Double strength) {}
}
