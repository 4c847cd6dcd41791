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
import dev.kindred.model.Ids;
import dev.kindred.model.Interaction;
import dev.kindred.model.RawInteraction;
import dev.kindred.query.Queries;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Queries whose subject is in the body: an anonymous session, or many users. */
final class ListRoutes {

    private static final String NOBODY = "nobody"; // an event needs a user; nothing is stored under it
    private static final List<ProblemKind> PROBLEMS = List.of(ProblemKind.NOT_READY, ProblemKind.BUSY);

    private final Queries queries;
    private final UserCalls calls;
    private final ListParameters rules;
    private final IntakeSettings intake;
    private final EventValidator validator;
    private final Clock clock;

    ListRoutes(Queries queries, UserCalls calls, ListParameters rules, IntakeSettings intake, Clock clock) {
        this.queries = queries;
        this.calls = calls;
        this.rules = rules;
        this.intake = intake;
        this.validator = new EventValidator(intake);
        this.clock = clock;
    }

    List<Route> all() {
        return List.of(
                Route.post(
                                "/v1/recommendations",
                                "Recommendations for a basket or session; the user may be unknown.",
                                rules.forAnybody(List.of()),
                                SessionQuestion.class,
                                RecommendationsAnswer.class,
                                PROBLEMS,
                                this::session)
                        .needs(Scope.READ),
                Route.post(
                                "/v1/recommendations/batch",
                                "Recommendations for many users.",
                                rules.forKnownUsers(List.of()),
                                BatchQuestion.class,
                                BatchAnswer.class,
                                PROBLEMS,
                                this::batch)
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
        ListQuestion wanted = rules.of(arguments);
        boolean orPopular = rules.orPopular(arguments);
        List<String> userIds = arguments.body(BatchQuestion.class).userIds();
        checkIds(userIds);
        return calls.answer(
                arguments, new Batch(arguments, userIds, (source, userId) -> wanted.ofUser(userId, source, orPopular)));
    }

    private void checkIds(List<String> userIds) {
        for (int i = 0; i < userIds.size(); i++) {
            String field = "userIds[" + i + "]";
            Ids.problem(userIds.get(i), intake.maxIdBytes()).ifPresent(problem -> {
                throw invalid(field, field + " " + problem);
            });
        }
    }

    private static ProblemException invalid(String field, String detail) {
        return new ProblemException(Problem.of(ProblemKind.INVALID_BODY, field, detail));
    }
}
