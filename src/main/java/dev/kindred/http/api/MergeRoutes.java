package dev.kindred.http.api;

import dev.kindred.http.Arguments;
import dev.kindred.http.Parameter;
import dev.kindred.http.ProblemKind;
import dev.kindred.http.Reply;
import dev.kindred.http.Route;
import dev.kindred.http.Scope;
import dev.kindred.intake.Intake;
import dev.kindred.model.Merge;
import java.time.Clock;
import java.util.List;

/** Tells that two ids are one person, as when a visitor signs in. Who may do that moves what another id did. */
final class MergeRoutes {

    private final IntakeCalls<Merge, Merge> intake;
    private final Parameter<String> id;
    private final Clock clock;

    /** @param clock tells when a request came */
    MergeRoutes(Intake<Merge, Merge> intake, Parameter<String> id, Clock clock) {
        this.intake = new IntakeCalls<>(intake, ProblemKind.INVALID_BODY, "merges").blaming("from");
        this.id = id;
        this.clock = clock;
    }

    List<Route> all() {
        return List.of(Route.post(
                        "/v1/users/{id}/merge",
                        "Add to a user what another id did, and forget the other id. It shows a moment after the answer."
                                + " To ask again does no harm.",
                        List.of(id),
                        MergePost.class,
                        IntakeAnswer.class,
                        List.of(ProblemKind.BROKERS_UNREACHABLE),
                        this::merge)
                .answering(202)
                .needs(Scope.ADMIN));
    }

    private Reply merge(Arguments arguments) {
        Merge merge = arguments.body(MergePost.class).into(arguments.get(id), clock.millis());
        return Reply.json(202, IntakeAnswer.of(intake.take(List.of(merge))));
    }
}
