package dev.kindred.query;

import dev.kindred.profile.Lifecycle;
import java.util.List;
import java.util.Optional;

/**
 * A page of members of a segment.
 *
 * @param members of one partition, in the order of the bytes of their ids; there may be none on a page that is not the
 *     last
 * @param examined the number of users examined for this page
 * @param progress the share of the walk that is done, in [0, 1]: exact between partitions, estimated within one; 1 on
 *     the last page
 * @param next where the next page begins; empty on the last page
 */
public record MemberPage(List<Member> members, int examined, double progress, Optional<MemberCursor> next) {

    public MemberPage {
        members = List.copyOf(members);
    }

    /**
     * A member of the segment.
     *
     * @param lastEventMs the time of the latest event, in epoch milliseconds
     */
    public record Member(String userId, Lifecycle lifecycle, long lastEventMs) {}
}
