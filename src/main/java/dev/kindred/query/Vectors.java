package dev.kindred.query;

import dev.kindred.model.UserAttributes;
import dev.kindred.vector.UserVector;
import java.util.Optional;
import java.util.function.Function;

/** The vectors of the users of this instance, and what the shop says of them. Safe for many threads. */
public interface Vectors {

    /**
     * A copy of a user's vector as of now.
     *
     * @throws QueryException.UnknownUser if there is none
     * @throws QueryException.NotReady if the store is not ready
     */
    UserVector of(String userId);

    /** Into how many partitions all users of all instances are divided. */
    int partitions();

    /**
     * Leads through the vectors of one partition.
     *
     * @param partition in [0, partitions)
     * @param userId begins behind this user, who need not be there; empty to begin with the first
     * @param use of the scan, which ends with it
     * @throws QueryException.NotReady if the store is not ready, or closed while it is read
     */
    <R> R scan(int partition, String userId, Function<PartitionScan, R> use);

    /**
     * What the shop says of a user, if anything.
     *
     * @throws QueryException.NotReady if the store is not ready
     */
    Optional<UserAttributes> attributesOf(String userId);
}
