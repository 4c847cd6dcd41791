package dev.kindred.http.api;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.kindred.model.Described;
import dev.kindred.model.InteractionType;
import dev.kindred.model.RawInteraction;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Events to be learned.
 *
 * @param events each user's in their order
 */
record EventsPost(
        @Described(value = "One event or many, each user's in their order.", maxItems = Limits.EVENTS)
        List<Event> events) {

    EventsPost {
        events = Limits.checked(events, "events", Limits.EVENTS);
    }

    /** One thing that a shopper did; an unknown type is for the intake to reject. */
    record Event(
            @Described("Who.") String userId,
            @Described("The item.") String itemId,

            @Described("The type of the event.") @JsonFormat(with = JsonFormat.Feature.READ_UNKNOWN_ENUM_VALUES_AS_NULL)
            InteractionType type,

            @Described("The time of the event, in epoch milliseconds; now if absent.") @Nullable
            Long timestampMs,

            @Described("The strength of the event, 1 if absent; the stars of a rating.") @Nullable
            Double strength,

            @Described("The sender's id of this event. Where the stream processes at least once, an event that comes"
                    + " again under its id counts once; without an id, or exactly once, it counts again.")
            @Nullable
            String eventId,

            @Described("The amount paid for all pieces, in the shop's main currency. For purchases only; absent if"
                    + " unknown.")
            @Nullable
            Double amount) {

        RawInteraction at(long nowMs) {
            return new RawInteraction(
                    Optional.ofNullable(eventId),
                    Objects.requireNonNullElse(userId, ""),
                    Objects.requireNonNullElse(itemId, ""),
                    Optional.ofNullable(type),
                    Objects.requireNonNullElse(timestampMs, nowMs),
                    Objects.requireNonNullElse(strength, 1.0),
                    amount == null ? OptionalDouble.empty() : OptionalDouble.of(amount));
        }
    }
}
