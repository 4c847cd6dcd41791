package dev.kindred.query;

import dev.kindred.model.ErasureReceipt;
import dev.kindred.model.UserAttributes;
import dev.kindred.recommend.Fatigue;
import dev.kindred.vector.UserVector;
import java.util.Optional;
import java.util.function.Function;

/** The vectors and attributes of the users of this instance. Safe for many threads. */
public interface Vectors {

    /**
     * A copy of a user's vector as of now.
     *
     * @throws QueryException.UnknownUser if there is none
     * @throws QueryException.NotReady if the store is not ready
     */
    UserVector of(String userId);

    /** The number of partitions of all users. */
    int partitions();

    /**
     * Scans the vectors of one partition.
     *
     * @param partition in [0, partitions)
     * @param userId the scan begins after this user, who need not exist; empty to begin with the first
     * @param use receives the scan, which is closed afterwards
     * @throws QueryException.NotReady if the store is not ready, or closed while it is read
     */
    <R> R scan(int partition, String userId, Function<PartitionScan, R> use);

    /**
     * The receipt of a request to forget a user, if it was carried out.
     *
     * @param partition of the user
     * @throws QueryException.NotReady if the store is not ready, or there is no such partition here
     */
    Optional<ErasureReceipt> receipt(int partition, String requestId);

    /**
     * The attributes of a user, if the shop has set any.
     *
     * @throws QueryException.NotReady if the store is not ready
     */
    Optional<UserAttributes> attributesOf(String userId);

    /**
     * The discounts of items that a user was shown and did not touch; none if that is switched off.
     *
     * @param vector of the user
     * @throws QueryException.NotReady if the store is not ready
     */
    default Fatigue fatigueOf(String userId, UserVector vector) {
        return Fatigue.NONE;
    }

    /**
     * The records of a user beside the vector.
     *
     * @throws QueryException.NotReady if a store is not ready
     */
    UserRecords recordsOf(String userId);
}
