package dev.kindred.http.api;

import dev.kindred.http.Arguments;
import dev.kindred.http.Parameter;
import dev.kindred.http.ProblemKind;
import dev.kindred.http.Reply;
import dev.kindred.http.Route;
import dev.kindred.http.Scope;
import dev.kindred.model.Described;
import dev.kindred.profile.Lifecycle;
import dev.kindred.profile.Segments;
import dev.kindred.query.MemberCursor;
import dev.kindred.query.MemberPage;
import dev.kindred.query.Queries;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Queries on groups of users. */
final class SegmentRoutes {

    private static final int MAX_NAME = 64; // a longer one is of no segment

    private final Queries queries;
    private final UserCalls calls;
    private final Clock clock;
    private final Parameter<String> name = Parameter.path("name", "The segment.", MAX_NAME, text -> Optional.empty());
    private final Parameter<Integer> limit =
            Parameter.integer("limit", "The greatest number of users on a page.", 1, Limits.MEMBERS, 100);
    private final Parameter<Optional<String>> cursor = Parameter.word(
                    "cursor",
                    "The start of the page: the field next of the previous page; absent for the first page.",
                    Described.ID)
            .optional();

    SegmentRoutes(Queries queries, UserCalls calls, Clock clock) {
        this.queries = queries;
        this.calls = calls;
        this.clock = clock;
    }

    List<Route> all() {
        return List.of(
                Route.get("/v1/segments", "All segments, with the filters that define them.")
                        .answers(SegmentsAnswer.class, arguments -> Reply.json(SegmentsAnswer.of(queries.segments())))
                        .needs(Scope.ADMIN),
                Route.get(
                                "/v1/segments/{name}/users",
                                "The current members of a segment, page by page, from all instances.")
                        .takes(name, limit, cursor)
                        .answers(MembersAnswer.class, this::users)
                        .fails(ProblemKind.UNKNOWN_SEGMENT, ProblemKind.NOT_READY, ProblemKind.BUSY)
                        .needs(Scope.ADMIN),
                Route.get("/v1/users", "All users, page by page, from all instances.")
                        .takes(limit, cursor)
                        .answers(UsersAnswer.class, this::everybody)
                        .fails(ProblemKind.NOT_READY, ProblemKind.BUSY)
                        .needs(Scope.ADMIN));
    }

    private Reply everybody(Arguments arguments) {
        MemberCursor from = arguments.get(cursor).map(MemberCursor::parse).orElse(MemberCursor.START);
        return calls.answer(arguments, from.partition(), source -> {
            MemberPage page = source.queries().users(from, arguments.get(limit));
            return Reply.json(new UsersAnswer(
                    page.members().stream().map(MembersAnswer.Member::of).toList(),
                    page.next().map(MemberCursor::text).orElse(null)));
        });
    }

    /** A page of users as JSON. */
    record UsersAnswer(
            @Described("The users on this page, each on exactly one page; may be empty where more pages follow.")
            List<MembersAnswer.Member> users,

            @Described("The cursor of the next page, which holds the id of a user; absent on the last page.") @Nullable
            String next) {

        UsersAnswer {
            users = List.copyOf(users);
        }
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

    /** A page of the members of a segment as JSON. */
    record MembersAnswer(
            @Described("The name of the segment.") String segment,

            @Described("The time of the request, in epoch milliseconds.")
            long asOfMs,

            @Described("The members on this page, each on exactly one page; may be empty where more pages follow.")
            List<Member> users,

            @Described("The number of users examined for this page.")
            int examined,

            @Described("The approximate share of all users examined up to this page; 1 on the last page.")
            double progress,

            @Described("The cursor of the next page, which holds the id of a user; absent on the last page.") @Nullable
            String next) {

        /** A user who belongs to the segment. */
        record Member(
                String userId,

                @Described("The stage of the user, by the settings profile.*.")
                Lifecycle lifecycle,

                @Described("The time of the latest event, in epoch milliseconds.")
                long lastSeenMs) {

            static Member of(MemberPage.Member member) {
                return new Member(member.userId(), member.lifecycle(), member.lastEventMs());
            }
        }

        static MembersAnswer of(String segment, long asOfMs, MemberPage page) {
            return new MembersAnswer(
                    segment,
                    asOfMs,
                    page.members().stream().map(Member::of).toList(),
                    page.examined(),
                    page.progress(),
                    page.next().map(MemberCursor::text).orElse(null));
        }
    }

    /** All segments as JSON. */
    record SegmentsAnswer(
            @Described("In the order of their definition.") List<Segment> segments) {

        /** One segment. */
        record Segment(
                String name,

                @Described("The filter that a member passes, as the file states it.")
                String when) {}

        static SegmentsAnswer of(Segments segments) {
            return new SegmentsAnswer(segments.all().stream()
                    .map(segment -> new Segment(segment.name(), segment.when().toString()))
                    .toList());
        }
    }
}
