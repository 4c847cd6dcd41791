package dev.kindred.http.api;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.kindred.http.Arguments;
import dev.kindred.http.Parameter;
import dev.kindred.http.ProblemKind;
import dev.kindred.http.Reply;
import dev.kindred.http.Route;
import dev.kindred.http.Scope;
import dev.kindred.intake.Intake;
import dev.kindred.model.Described;
import dev.kindred.model.Interaction;
import dev.kindred.model.InteractionType;
import dev.kindred.model.RawInteraction;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Accepts events over HTTP: servers receive a report of every event, browsers send a beacon and do not wait for the
 * answer.
 */
final class EventRoutes {

    private static final String BEACON = "/v1/events/beacon";
    private static final List<ProblemKind> PROBLEMS =
            List.of(ProblemKind.INVALID_EVENT, ProblemKind.BROKERS_UNREACHABLE);

    private final IntakeCalls<RawInteraction, Interaction> intake;
    private final Clock clock;

    private final Parameter<String> userId = Parameter.text("userId", "The user.");
    private final Parameter<String> itemId = Parameter.text("itemId", "The item.");
    private final Parameter<InteractionType> type =
            Parameter.constant("type", "The type of the event.", InteractionType.class);
    private final Parameter<Optional<Long>> timestampMs = Parameter.timestamp(
                    "timestampMs", "The time of the event, in epoch milliseconds; now if absent.")
            .optional();
    private final Parameter<Optional<Double>> strength = Parameter.real(
                    "strength", "The strength of the event, 1 if absent; the stars of a rating.")
            .optional();
    private final Parameter<Optional<String>> eventId =
            Parameter.text("eventId", "The sender's id of this event.").optional();
    private final Parameter<Optional<Double>> amount = Parameter.real(
                    "amount", "The amount paid in total, in the shop's main currency. For purchases only.")
            .optional();

    /** @param clock gives the time of events that come without one */
    EventRoutes(Intake<RawInteraction, Interaction> intake, Clock clock) {
        this.intake = new IntakeCalls<>(intake, ProblemKind.INVALID_EVENT, "events");
        this.clock = clock;
    }

    List<Route> all() {
        return List.of(
                Route.post(
                                "/v1/events",
                                "Send events. The answer comes when the brokers have stored them; events that break a"
                                        + " rule are listed one by one, and the others are accepted.")
                        .reads(EventsPost.class)
                        .answers(
                                IntakeAnswer.class,
                                arguments -> Reply.json(202, IntakeAnswer.of(intake.take(posted(arguments)))))
                        .fails(PROBLEMS)
                        .answering(202)
                        .needs(Scope.EVENTS),
                Route.post(BEACON, "Send events with navigator.sendBeacon; the answer has no body.")
                        .reads(EventsPost.class)
                        .does(arguments -> beacon(posted(arguments)))
                        .fails(PROBLEMS)
                        .answering(204)
                        .orPlainText()
                        .needs(Scope.EVENTS)
                        .takingKeyInQuery(),
                Route.get(BEACON, "Send one event by loading an image, for pages without scripts.")
                        .takes(userId, itemId, type, timestampMs, strength, eventId, amount)
                        .does(this::image)
                        .fails(PROBLEMS)
                        .answering(204)
                        .needs(Scope.EVENTS)
                        .takingKeyInQuery());
    }

    private List<RawInteraction> posted(Arguments arguments) {
        long nowMs = clock.millis();
        return arguments.body(EventsPost.class).events().stream()
                .map(event -> event.at(nowMs))
                .toList();
    }

    private RawInteraction asked(Arguments arguments) {
        return new RawInteraction(
                arguments.get(eventId),
                arguments.get(userId),
                arguments.get(itemId),
                Optional.of(arguments.get(type)),
                arguments.get(timestampMs).orElseGet(clock::millis),
                arguments.get(strength).orElse(1.0),
                arguments.get(amount).map(OptionalDouble::of).orElseGet(OptionalDouble::empty));
    }

    private Reply image(Arguments arguments) {
        return beacon(List.of(asked(arguments))).with("Cache-Control", "no-store"); // the next one is another event
    }

    private Reply beacon(List<RawInteraction> events) {
        intake.take(events);
        return Reply.empty();
    }

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

                @Described("The type of the event.")
                @JsonFormat(with = JsonFormat.Feature.READ_UNKNOWN_ENUM_VALUES_AS_NULL)
                InteractionType type,

                @Described("The time of the event, in epoch milliseconds; now if absent.") @Nullable
                Long timestampMs,

                @Described("The strength of the event, 1 if absent; the stars of a rating.") @Nullable
                Double strength,

                @Described(
                        "The sender's id of this event. Where the stream processes at least once, an event that comes"
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
}
