package dev.kindred.http.api;

import dev.kindred.model.Described;
import dev.kindred.model.InteractionType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody did who is no known user.
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
            @Described("With what.") String itemId,
            @Described("What was done.") InteractionType type,

            @Described("When, in epoch milliseconds; now if absent.") @Nullable
            Long timestampMs,

            @Described("How much of it, 1 if absent; the stars of a rating.") @Nullable
            Double strength) {}
}
