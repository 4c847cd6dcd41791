package dev.kindred.http.api;

import dev.kindred.http.Arguments;
import dev.kindred.http.Problem;
import dev.kindred.http.ProblemException;
import dev.kindred.http.ProblemKind;
import dev.kindred.http.Reply;
import dev.kindred.http.Route;
import dev.kindred.http.Scope;
import dev.kindred.intake.EventValidator;
import dev.kindred.intake.IntakeSettings;
import dev.kindred.model.Described;
import dev.kindred.model.Interaction;
import dev.kindred.model.InteractionType;
import dev.kindred.model.RawInteraction;
import dev.kindred.query.Queries;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Queries whose subject is in the body: an anonymous session, or many users. */
final class ListRoutes {

    private static final String NOBODY = "nobody"; // an event needs a user; nothing is stored under it
    private static final List<ProblemKind> PROBLEMS = List.of(ProblemKind.NOT_READY, ProblemKind.BUSY);

    private final Queries queries;
    private final UserCalls calls;
    private final ListParameters rules;
    private final EventValidator validator;
    private final Clock clock;

    ListRoutes(Queries queries, UserCalls calls, ListParameters rules, IntakeSettings intake, Clock clock) {
        this.queries = queries;
        this.calls = calls;
        this.rules = rules;
        this.validator = new EventValidator(intake);
        this.clock = clock;
    }

    List<Route> all() {
        return List.of(
                Route.post("/v1/recommendations", "Recommendations for a basket or session; the user may be unknown.")
                        .takes(rules.forAnybody(List.of()))
                        .reads(SessionQuestion.class)
                        .answers(RecommendationsAnswer.class, this::session)
                        .fails(PROBLEMS)
                        .needs(Scope.READ),
                Route.post("/v1/recommendations/batch", "Recommendations for many users.")
                        .takes(rules.forKnownUsers(List.of()))
                        .reads(BatchQuestion.class)
                        .answers(BatchAnswer.class, this::batch)
                        .fails(PROBLEMS)
                        .needs(Scope.READ));
    }

    private Reply session(Arguments arguments) {
        ListQuestion wanted = rules.of(arguments);
        List<Interaction> events = events(arguments.body(SessionQuestion.class).events());
        return Reply.json(wanted.ofSession(events, queries));
    }

    private List<Interaction> events(List<SessionQuestion.Event> given) {
        long nowMs = clock.millis();
        List<Interaction> events = new ArrayList<>(given.size());
        for (int i = 0; i < given.size(); i++) {
            events.add(event(given.get(i), "events[" + i + "]", nowMs));
        }
        return events;
    }

    private Interaction event(SessionQuestion.Event given, String field, long nowMs) {
        RawInteraction event = new RawInteraction(
                Optional.empty(),
                NOBODY,
                Objects.requireNonNullElse(given.itemId(), ""),
                Optional.ofNullable(given.type()),
                Objects.requireNonNullElse(given.timestampMs(), nowMs),
                Objects.requireNonNullElse(given.strength(), 1.0));
        validator.check(event, nowMs).ifPresent(rejection -> {
            throw invalid(field, field + ": " + rejection.detail());
        });
        return EventValidator.accepted(event);
    }

    private Reply batch(Arguments arguments) {
        ListQuestion wanted = rules.of(arguments).forShoppers();
        boolean orPopular = rules.orPopular(arguments);
        List<String> userIds = arguments.body(BatchQuestion.class).userIds();
        rules.checkIds(userIds);
        return calls.answer(
                arguments,
                new Batch(
                        arguments,
                        userIds,
                        (source, userId) -> wanted.ofUser(userId, source, orPopular),
                        BatchQuestion::new));
    }

    private static ProblemException invalid(String field, String detail) {
        return new ProblemException(Problem.of(ProblemKind.INVALID_BODY, field, detail));
    }

    /**
     * The events of an anonymous session.
     *
     * @param events in any order
     */
    record SessionQuestion(
            @Described(
                    value = "What was done, in any order; nothing of it is stored.",
                    maxItems = Limits.SESSION_EVENTS)
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
                @Described(value = "The item.", pattern = Described.NEW_ID)
                String itemId,

                @Described("The type of the event.") InteractionType type,

                @Described("The time of the event, in epoch milliseconds; now if absent.") @Nullable
                Long timestampMs,

                @Described("The strength of the event, 1 if absent; the stars of a rating.") @Nullable
                Double strength) {}
    }
}
