package dev.kindred.http.api;

import dev.kindred.http.Arguments;
import dev.kindred.http.Parameter;
import dev.kindred.http.ProblemKind;
import dev.kindred.http.Reply;
import dev.kindred.http.Route;
import dev.kindred.http.Scope;
import dev.kindred.intake.Intake;
import dev.kindred.model.Described;
import dev.kindred.model.UserAttributes;
import dev.kindred.model.UserChange;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Changes the attributes and consents of users. Profiles and segments show the change once its topic has been read
 * back, a moment later.
 */
final class AttributesRoutes {

    private static final String ATTRIBUTES = "/v1/users/{id}/attributes";

    private final IntakeCalls<UserAttributes, UserChange> intake;
    private final Parameter<String> id;
    private final Clock clock;

    /** @param clock the time of attributes without one */
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
                                        + " is visible in the profile shortly after the answer.")
                        .takes(id)
                        .reads(AttributesBody.class)
                        .answers(AttributesAnswer.class, this::put)
                        .fails(ProblemKind.INVALID_ATTRIBUTES, ProblemKind.BROKERS_UNREACHABLE)
                        .answering(202)
                        .needs(Scope.ADMIN),
                Route.delete(
                                ATTRIBUTES,
                                "Delete the attributes and consents of a user, if any. The user's interactions stay.")
                        .takes(id)
                        .does(this::remove)
                        .fails(ProblemKind.BROKERS_UNREACHABLE)
                        .needs(Scope.ADMIN));
    }

    private Reply put(Arguments arguments) {
        UserAttributes attributes = arguments.body(AttributesBody.class).of(arguments.get(id), clock.millis());
        intake.take(List.of(attributes));
        return Reply.json(202, AttributesAnswer.of(attributes));
    }

    private Reply remove(Arguments arguments) {
        intake.keep(UserChange.removal(arguments.get(id)));
        return Reply.empty();
    }

    /** The attributes and consents of a user as JSON: an {@link AttributesAnswer} whose fields are all optional. */
    record AttributesBody(
            @Described("The attributes of the user, by name.") @Nullable
            Map<String, String> attributes,

            @Described("The consents, by purpose: true if given, false if refused.") @Nullable
            Map<String, Boolean> consents,

            @Described("The time of this statement, in epoch milliseconds; now if absent.") @Nullable
            Long updatedMs) {

        AttributesBody {
            attributes = Objects.requireNonNullElse(attributes, Map.of());
            consents = Objects.requireNonNullElse(consents, Map.of());
            Limits.checkNoNulls(attributes.values(), "attributes");
            Limits.checkNoNulls(consents.values(), "consents");
        }

        /** The same of a user. */
        UserAttributes of(String userId, long nowMs) {
            return new UserAttributes(
                    userId,
                    Objects.requireNonNull(attributes),
                    Objects.requireNonNull(consents),
                    Objects.requireNonNullElse(updatedMs, nowMs));
        }
    }
}
