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

/** Questions about groups of users. */
final class SegmentRoutes {

    private final Queries queries;
    private final UserCalls calls;
    private final Clock clock;
    private final Parameter<String> name = Parameter.path("name", "The segment.", text -> Optional.empty());
    private final Parameter<Integer> limit =
            Parameter.integer("limit", "The most users to give on a page.", 1, Limits.MEMBERS, 100);
    private final Parameter<Optional<String>> cursor = Parameter.text(
                    "cursor", "Where the page begins: next of the page before; absent for the first one.")
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
                                "Which segments there are, and who belongs to them.",
                                List.of(),
                                SegmentsAnswer.class,
                                List.of(),
                                arguments -> Reply.json(SegmentsAnswer.of(queries.segments())))
                        .needs(Scope.ADMIN),
                Route.get(
                                "/v1/segments/{name}/users",
                                "Who belongs to a segment now, page by page, whichever instance has them.",
                                List.of(name, limit, cursor),
                                MembersAnswer.class,
                                List.of(ProblemKind.UNKNOWN_SEGMENT, ProblemKind.NOT_READY, ProblemKind.BUSY),
                                this::users)
                        .needs(Scope.ADMIN));
    }

    private Reply users(Arguments arguments) {
        String segment = arguments.get(name);
        int most = arguments.get(limit);
        MemberCursor from = arguments.get(cursor).map(MemberCursor::parse).orElse(MemberCursor.START);
        return calls.answer(arguments, from.partition(), source -> {
            long asOfMs = clock.millis();
            return Reply.json(MembersAnswer.of(segment, asOfMs, source.queries().members(segment, from, most)));
        });
    }
}
