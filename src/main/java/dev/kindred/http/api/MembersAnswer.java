package dev.kindred.http.api;

import dev.kindred.model.Described;
import dev.kindred.query.MemberCursor;
import dev.kindred.query.MemberPage;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

    MembersAnswer {
        users = List.copyOf(users);
    }

    /** A user who belongs to the segment. */
    record Member(
            String userId,

            @Described("new, active, lapsing or lapsed, by the settings profile.*.")
            String lifecycle,

            @Described("The time of the latest event, in epoch milliseconds.")
            long lastSeenMs) {

        static Member of(MemberPage.Member member) {
            return new Member(member.userId(), member.lifecycle().word(), member.lastEventMs());
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
