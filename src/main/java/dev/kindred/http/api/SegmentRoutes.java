package dev.kindred.http.api;

import dev.kindred.http.Arguments;
import dev.kindred.http.Parameter;
import dev.kindred.http.ProblemKind;
import dev.kindred.http.Reply;
import dev.kindred.http.Route;
import dev.kindred.http.Scope;
import dev.kindred.query.MemberCursor;
import dev.kindred.query.Queries;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Queries on groups of users. */
final class SegmentRoutes {

    private final Queries queries;
    private final UserCalls calls;
    private final Clock clock;
    private final Parameter<String> name = Parameter.path("name", "The segment.", text -> Optional.empty());
    private final Parameter<Integer> limit =
            Parameter.integer("limit", "The greatest number of users on a page.", 1, Limits.MEMBERS, 100);
    private final Parameter<Optional<String>> cursor = Parameter.text(
                    "cursor", "The start of the page: the field next of the previous page; absent for the first page.")
            .optional();

    SegmentRoutes(Queries queries, UserCalls calls, Clock clock) {
        this.queries = queries;
        this.calls = calls;
        this.clock = clock;
    }

    List<Route> all() {
        return List.of(
                Route.get(
                                "/v1/segments",
                                "All segments, with the filters that define them.",
                                List.of(),
                                SegmentsAnswer.class,
                                List.of(),
                                arguments -> Reply.json(SegmentsAnswer.of(queries.segments())))
                        .needs(Scope.ADMIN),
                Route.get(
                                "/v1/segments/{name}/users",
                                "The current members of a segment, page by page, from all instances.",
                                List.of(name, limit, cursor),
                                MembersAnswer.class,
                                List.of(ProblemKind.UNKNOWN_SEGMENT, ProblemKind.NOT_READY, ProblemKind.BUSY),
                                this::users)
                        .needs(Scope.ADMIN));
    }

    private Reply users(Arguments arguments) {
        String segment = arguments.get(name);
        MemberCursor from = arguments.get(cursor).map(MemberCursor::parse).orElse(MemberCursor.START);
        return calls.answer(arguments, from.partition(), source -> {
            long asOfMs = clock.millis();
            return Reply.json(
                    MembersAnswer.of(segment, asOfMs, source.queries().members(segment, from, arguments.get(limit))));
        });
    }
}
