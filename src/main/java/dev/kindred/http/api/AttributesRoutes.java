package dev.kindred.http.api;

import dev.kindred.http.Arguments;
import dev.kindred.http.Parameter;
import dev.kindred.http.ProblemKind;
import dev.kindred.http.Reply;
import dev.kindred.http.Route;
import dev.kindred.http.Scope;
import dev.kindred.intake.Intake;
import dev.kindred.model.UserAttributes;
import dev.kindred.model.UserChange;
import java.time.Clock;
import java.util.List;

/**
 * Changes the attributes and consents of users. Profiles and segments show the change once its topic has been read
 * back, a moment later.
 */
final class AttributesRoutes {

    private static final String ATTRIBUTES = "/v1/users/{id}/attributes";

    private final IntakeCalls<UserAttributes, UserChange> intake;
    private final Parameter<String> id;
    private final Clock clock;

    /** @param clock gives the time of what comes without one */
    AttributesRoutes(Intake<UserAttributes, UserChange> intake, Parameter<String> id, Clock clock) {
        this.intake = new IntakeCalls<>(intake, ProblemKind.INVALID_ATTRIBUTES, "users");
        this.id = id;
        this.clock = clock;
    }

    List<Route> all() {
        return List.of(
                Route.put(
                                ATTRIBUTES,
                                "Replace the attributes and consents of a user. The change"
                                        + " is visible in the profile shortly after the answer.",
                                List.of(id),
                                AttributesBody.class,
                                AttributesAnswer.class,
                                List.of(ProblemKind.INVALID_ATTRIBUTES, ProblemKind.BROKERS_UNREACHABLE),
                                this::put)
                        .answering(202)
                        .needs(Scope.ADMIN),
                Route.delete(
                                ATTRIBUTES,
                                "Delete the attributes and consents of a user, if any. The user's interactions stay.",
                                List.of(id),
                                List.of(ProblemKind.BROKERS_UNREACHABLE),
                                this::remove)
                        .needs(Scope.ADMIN));
    }

    private Reply put(Arguments arguments) {
        UserAttributes said = arguments.body(AttributesBody.class).of(arguments.get(id), clock.millis());
        intake.take(List.of(said));
        return Reply.json(202, AttributesAnswer.of(said));
    }

    private Reply remove(Arguments arguments) {
        intake.keep(UserChange.removal(arguments.get(id)));
        return Reply.empty();
    }
}
