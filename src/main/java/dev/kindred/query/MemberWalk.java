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
 * Finds the members of a segment by making everybody's profile: partition after partition, and in each by the bytes of
 * the users' ids. Nothing is kept for it, neither between pages nor while events come in.
 *
 * <p>So whoever is a member all the time is met exactly once. Who comes, changes or goes meanwhile is met as the user is
 * when the walk comes by, or not at all.
 */
final class MemberWalk {

    private final Profiler profiler;
    private final long maxEntries;

    /**
     * A walk in steps.
     *
     * @param maxEntries a page ends with the user who brings it to so many headers and cells, as they are what it costs
     */
    MemberWalk(Profiler profiler, long maxEntries) {
        this.profiler = profiler;
        this.maxEntries = maxEntries;
    }

    /**
     * One page, of one partition.
     *
     * @param limit the greatest number of members, positive
     * @throws QueryException.InvalidCursor if there is no such partition
     * @throws QueryException.NotReady if the partition is not here
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

    /** What a scan brought, and the user with whom it ended. */
    private record Found(List<Member> members, int examined, String lastUserId) {}

    private Found find(Vectors users, VectorScan vectors, Segment segment, String behind, int limit) {
        List<Member> members = new ArrayList<>();
        int examined = 0;
        String last = behind;
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
                        ? behindPartition(from.partition(), partitions)
                        : Optional.of(new MemberCursor(from.partition(), read, found.lastUserId())));
    }

    private static Optional<MemberCursor> behindPartition(int partition, int partitions) {
        return partition + 1 < partitions ? Optional.of(MemberCursor.ofPartition(partition + 1)) : Optional.empty();
    }
}
