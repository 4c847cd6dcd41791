package dev.kindred.query;

import dev.kindred.profile.Profiler;
import dev.kindred.profile.Segment;
import dev.kindred.profile.UserProfile;
import dev.kindred.query.MemberPage.Member;
import dev.kindred.state.StoredVector;
import dev.kindred.state.VectorScan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the members of a segment by computing every user's profile: partition by partition, within a partition in the
 * order of the bytes of user ids. It keeps no state between pages.
 *
 * <p>A user who is a member during the whole walk appears exactly once. Users who join, change or leave during the walk
 * may or may not appear.
 *
 * @param maxEntries a page ends when it has read this many headers and cells, which determine its cost
 */
record MemberWalk(Profiler profiler, long maxEntries) {

    /**
     * A page, from one partition.
     *
     * @param limit the greatest number of members, positive
     * @throws QueryException.InvalidCursor if there is no such partition
     * @throws QueryException.NotReady if this instance does not have the partition
     */
    MemberPage page(Vectors vectors, Segment segment, MemberCursor from, int limit) {
        if (from.partition() >= vectors.partitions()) {
            throw new QueryException.InvalidCursor();
        }
        return vectors.scan(from.partition(), from.userId(), scan -> {
            Found found = find(vectors, scan.vectors(), segment, from.userId(), limit);
            return page(found, from, scan, vectors.partitions());
        });
    }

    /** The result of a scan; it ended with the last user. */
    private record Found(List<Member> members, int examined, String lastUserId) {}

    private Found find(Vectors users, VectorScan vectors, Segment segment, String after, int limit) {
        List<Member> members = new ArrayList<>();
        int examined = 0;
        String last = after;
        while (members.size() < limit && vectors.entriesRead() < maxEntries && vectors.hasNext()) {
            StoredVector next = vectors.next();
            UserProfile profile = profiler.profile(next.vector(), users.attributesOf(next.userId()));
            if (segment.has(profile)) {
                members.add(new Member(next.userId(), profile.lifecycle(), profile.lastEventMs()));
            }
            examined++;
            last = next.userId();
        }
        return new Found(members, examined, last);
    }

    private static MemberPage page(Found found, MemberCursor from, PartitionScan scan, int partitions) {
        boolean isDone = !scan.vectors().hasNext();
        long read = Math.min(
                MemberCursor.MAX_ENTRIES, from.entries() + scan.vectors().entriesRead());
        double done = isDone ? 1 : (double) read / Math.max(read, scan.entries());
        return new MemberPage(
                found.members(),
                found.examined(),
                (from.partition() + done) / partitions,
                isDone
                        ? afterPartition(from.partition(), partitions)
                        : Optional.of(new MemberCursor(from.partition(), read, found.lastUserId())));
    }

    private static Optional<MemberCursor> afterPartition(int partition, int partitions) {
        return partition + 1 < partitions ? Optional.of(MemberCursor.ofPartition(partition + 1)) : Optional.empty();
    }
}
