package dev.kindred.http.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindred.http.Arguments;
import dev.kindred.http.Parameter;
import dev.kindred.http.Problem;
import dev.kindred.http.ProblemException;
import dev.kindred.http.ProblemKind;
import dev.kindred.http.Reply;
import dev.kindred.http.Route;
import dev.kindred.http.Scope;
import dev.kindred.intake.Intake;
import dev.kindred.intake.IntakeReport;
import dev.kindred.intake.Reading;
import dev.kindred.json.EventJson;
import dev.kindred.json.UnreadableJsonException;
import dev.kindred.model.Described;
import dev.kindred.model.Interaction;
import dev.kindred.model.InteractionType;
import dev.kindred.model.ListReference;
import dev.kindred.model.RawInteraction;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Accepts events over HTTP: servers receive a report of every event, browsers send a beacon and do not wait for the
 * answer.
 */
final class EventRoutes {

    private static final String LIST_ID = "^[^\\u0000-\\u001f\\u007f-\\u009f]{1,256}$";
    private static final String BEACON = "/v1/events/beacon";
    private static final List<ProblemKind> PROBLEMS =
            List.of(ProblemKind.INVALID_EVENT, ProblemKind.BROKERS_UNREACHABLE);

    private final IntakeCalls<RawInteraction, Interaction> intake;
    private final Clock clock;

    private final Parameter<String> userId = Parameter.word("userId", "The user.", Described.NEW_ID);
    private final Parameter<String> itemId = Parameter.word("itemId", "The item.", Described.NEW_ID);
    private final Parameter<InteractionType> type = Parameter.eventType("type", "The type of the event.");
    private final Parameter<Optional<Long>> timestampMs = Parameter.timestamp(
                    "timestampMs", "The time of the event, in epoch milliseconds; now if absent.")
            .optional();
    private final Parameter<Optional<Double>> strength = Parameter.real(
                    "strength", "The strength of the event, 1 if absent; the stars of a rating.")
            .optional();
    private final Parameter<Optional<String>> eventId = Parameter.word(
                    "eventId", "The sender's id of this event.", Described.NEW_ID)
            .optional();
    private final Parameter<Optional<Double>> amount = Parameter.real(
                    "amount", "The amount paid in total, in the shop's main currency. For purchases only.")
            .optional();

    private final Parameter<Optional<String>> listId = Parameter.word(
                    "listId", "The id of the list that showed the item, as it came with that list.", LIST_ID)
            .optional();
    private final Parameter<Optional<String>> scenario = Parameter.word(
                    "scenario", "The scenario of a list without an id.", Described.NAME)
            .optional();
    private final Parameter<Optional<String>> variant = Parameter.word(
                    "variant", "The variant of a list without an id.", Described.NAME)
            .optional();
    private final Parameter<Optional<Integer>> position = Parameter.integer(
                    "position", "The place of the item in the list, from 1.", 1, Limits.LIST, 1)
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
                                "Send events, or a single event as it is. The answer comes when the brokers have stored them; events that break a"
                                        + " rule are listed one by one, and the others are accepted.")
                        .reads(EventsPost.class)
                        .answers(
                                IntakeReport.class,
                                arguments -> Reply.json(202, intake.takeReadable(posted(arguments))))
                        .fails(PROBLEMS)
                        .answering(202)
                        .needs(Scope.EVENTS),
                Route.post(
                                BEACON,
                                "Send events with navigator.sendBeacon; the answer has no body. A whole list that was shown may be one"
                                        + " object, {\"userId\": ..., \"listId\": ..., \"shown\": [ids of items]}: an impression of each item, the"
                                        + " first in position 1.")
                        .reads(EventsPost.class)
                        .does(this::beacon)
                        .fails(PROBLEMS)
                        .answering(204)
                        .orPlainText()
                        .needs(Scope.EVENTS)
                        .takingKeyInQuery(),
                Route.get(BEACON, "Send one event by loading an image, for pages without scripts.")
                        .takes(
                                userId,
                                itemId,
                                type,
                                timestampMs,
                                strength,
                                eventId,
                                amount,
                                listId,
                                scenario,
                                variant,
                                position)
                        .does(this::image)
                        .fails(PROBLEMS)
                        .answering(204)
                        .needs(Scope.EVENTS)
                        .takingKeyInQuery());
    }

    /** Each event is read for itself, so that a bad one does not refuse the others. */
    private List<Reading<RawInteraction>> posted(Arguments arguments) {
        List<JsonNode> events;
        try {
            events = EventJson.all(arguments.json());
        } catch (UnreadableJsonException e) {
            throw new ProblemException(
                    Problem.of(ProblemKind.INVALID_BODY, "events", e.rejection().detail()));
        }
        Limits.checkSize(events, "events", Limits.EVENTS);
        long nowMs = clock.millis();
        return events.stream().map(event -> read(event, nowMs)).toList();
    }

    private static Reading<RawInteraction> read(JsonNode event, long nowMs) {
        try {
            return new Reading.Read<>(EventJson.event(event, nowMs));
        } catch (UnreadableJsonException e) {
            return new Reading.Failed<>(e.rejection());
        }
    }

    private RawInteraction asked(Arguments arguments) {
        return new RawInteraction(
                arguments.get(eventId),
                arguments.get(userId),
                arguments.get(itemId),
                Optional.of(arguments.get(type)),
                arguments.get(timestampMs).orElseGet(clock::millis),
                arguments.get(strength).orElse(1.0),
                arguments.get(amount).map(OptionalDouble::of).orElseGet(OptionalDouble::empty),
                new ListReference(
                        arguments.get(listId),
                        arguments.get(scenario),
                        arguments.get(variant),
                        arguments.get(position).map(OptionalInt::of).orElseGet(OptionalInt::empty)));
    }

    private Reply image(Arguments arguments) {
        intake.take(List.of(asked(arguments)));
        return Reply.empty().with("Cache-Control", "no-store"); // the next one is another event
    }

    private Reply beacon(Arguments arguments) {
        intake.takeReadable(posted(arguments));
        return Reply.empty();
    }

    /** The body as the document describes it; {@link EventJson} reads it. */
    record EventsPost(
            @Described(value = "One event or many, each user's in their order.", maxItems = Limits.EVENTS)
            List<Event> events) {

        /** One thing that a shopper did. */
        record Event(
                @Described(value = "Who.", pattern = Described.NEW_ID)
                String userId,

                @Described(value = "The item.", pattern = Described.NEW_ID)
                String itemId,

                @Described("The type of the event.") InteractionType type,

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
                Double amount,

                @Described(
                        value =
                                "The id of the list that showed the item, as it came with that list. The event counts for"
                                        + " that list.",
                        pattern = LIST_ID)
                @Nullable
                String listId,

                @Described(value = "The scenario of a list without an id.", pattern = Described.NAME) @Nullable
                String scenario,

                @Described(value = "The variant of a list without an id.", pattern = Described.NAME) @Nullable
                String variant,

                @Described("The place of the item in the list, from 1.") @Nullable
                Integer position) {}
    }
}
