package dev.kindred.query;

import dev.kindred.profile.Lifecycle;
import java.util.List;
import java.util.Optional;

/**
 * Some members of a segment, and how to go on.
 *
 * @param members of one partition, in the order of the bytes of their ids; there may be none on a page that is not the last
 * @param examined how many users were looked at for them
 * @param progress the share of the walk that is done, in [0, 1]: exact between partitions, about right within one; 1 on the
 *     last page
 * @param next where the next page begins; empty on the last page
 */
public record MemberPage(List<Member> members, int examined, double progress, Optional<MemberCursor> next) {

    public MemberPage {
        members = List.copyOf(members);
    }

    /**
     * A user who belongs to the segment.
     *
     * @param userId who
     * @param lifecycle between coming and having gone
     * @param lastEventMs the time of the latest event, in epoch milliseconds
     */
    public record Member(String userId, Lifecycle lifecycle, long lastEventMs) {}
}
