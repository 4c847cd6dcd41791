package dev.kindred.http.api;

import dev.kindred.http.Arguments;
import dev.kindred.http.Parameter;
import dev.kindred.http.ProblemKind;
import dev.kindred.http.Reply;
import dev.kindred.http.Route;
import dev.kindred.http.Scope;
import dev.kindred.intake.Intake;
import dev.kindred.model.Interaction;
import dev.kindred.model.InteractionType;
import dev.kindred.model.RawInteraction;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Takes events from those who do not speak Kafka: servers wait for an account of what became of them, and the pages of
 * browsers drop a beacon and go.
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
                                "Send events. The answer comes when the brokers have stored them; events that break a rule"
                                        + " are listed one by one, and the others are accepted.",
                                List.of(),
                                EventsPost.class,
                                IntakeAnswer.class,
                                PROBLEMS,
                                arguments -> Reply.json(202, IntakeAnswer.of(intake.take(posted(arguments)))))
                        .answering(202)
                        .needs(Scope.WRITE),
                Route.post(
                                BEACON,
                                "Send events with navigator.sendBeacon; the answer has no body.",
                                List.of(),
                                EventsPost.class,
                                Void.class,
                                PROBLEMS,
                                arguments -> beacon(posted(arguments)))
                        .answering(204)
                        .orPlainText()
                        .needs(Scope.WRITE)
                        .takingKeyInQuery(),
                Route.get(
                                BEACON,
                                "Send one event by loading an image, for pages without scripts.",
                                List.of(userId, itemId, type, timestampMs, strength, eventId, amount),
                                Void.class,
                                PROBLEMS,
                                arguments -> beacon(List.of(asked(arguments)))
                                        .with("Cache-Control", "no-store")) // the next one is another event
                        .answering(204)
                        .needs(Scope.WRITE)
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

    private Reply beacon(List<RawInteraction> events) {
        intake.take(events);
        return Reply.empty();
    }
}
