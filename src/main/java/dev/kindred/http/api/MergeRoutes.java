package dev.kindred.http.api;

import dev.kindred.http.Arguments;
import dev.kindred.http.Parameter;
import dev.kindred.http.ProblemKind;
import dev.kindred.http.Reply;
import dev.kindred.http.Route;
import dev.kindred.http.Scope;
import dev.kindred.intake.Intake;
import dev.kindred.intake.IntakeReport;
import dev.kindred.model.Described;
import dev.kindred.model.Merge;
import java.time.Clock;
import java.util.List;
import java.util.Objects;

/**
 * Merges two ids of one person, as when a visitor signs in. A caller with this right can move the data of another id.
 */
final class MergeRoutes {

    private final IntakeCalls<Merge, Merge> intake;
    private final Parameter<String> id;
    private final Clock clock;

    /** @param clock gives the time of a request */
    MergeRoutes(Intake<Merge, Merge> intake, Parameter<String> id, Clock clock) {
        this.intake = new IntakeCalls<>(intake, ProblemKind.INVALID_BODY, "merges").reportingField("from");
        this.id = id;
        this.clock = clock;
    }

    List<Route> all() {
        return List.of(Route.post(
                        "/v1/users/{id}/merge",
                        "Merge another id into a user, and forget the other id. The change is visible shortly after"
                                + " the answer. Repeated requests do no harm.")
                .takes(id)
                .reads(MergePost.class)
                .answers(IntakeReport.class, this::merge)
                .fails(ProblemKind.BROKERS_UNREACHABLE)
                .answering(202)
                .needs(Scope.ADMIN));
    }

    private Reply merge(Arguments arguments) {
        Merge merge = arguments.body(MergePost.class).into(arguments.get(id), clock.millis());
        return Reply.json(202, intake.take(List.of(merge)));
    }

    /** The id to merge into the user of the path. */
    record MergePost(
            @Described(value = "The former id of the user; it is forgotten.", pattern = Described.NEW_ID)
            String from) {

        Merge into(String userId, long nowMs) {
            return new Merge(Objects.requireNonNullElse(from, ""), userId, nowMs);
        }
    }
}
