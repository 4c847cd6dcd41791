package dev.kindred.topology;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/**
 * Where a user's records belong: in the partition that Kafka's default partitioner chooses for the user's id. A user's
 * state lives with that partition, so an event that lies elsewhere (other clients hash differently, or the key is not
 * the user) must first be brought there.
 *
 * @param partitions of the events topic
 */
public record Placement(int partitions) {

    public Placement {
        if (partitions < 1) {
            throw new IllegalArgumentException("partitions must be positive, got " + partitions);
        }
    }

    /** The partition of a user. */
    public int partitionOf(String userId) {
        return partitionOf(userId.getBytes(StandardCharsets.UTF_8));
    }

    /** Whether a record with this key in this partition is where the user's records belong. */
    boolean isInPlace(byte @Nullable [] key, String userId, int partition) {
        byte[] user = userId.getBytes(StandardCharsets.UTF_8);
        return Arrays.equals(key, user) && partitionOf(user) == partition;
    }

    /** The partition of a user whose id has these bytes. */
    int partitionOf(byte[] key) {
        return Utils.toPositive(Utils.murmur2(key)) % partitions;
    }
}
