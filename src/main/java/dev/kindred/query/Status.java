package dev.kindred.query;

import dev.kindred.recommend.LearnedList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The status of an instance.
 *
 * @param state the name of the state of Kafka Streams
 * @param obstacle the reason why the instance cannot answer queries about its users; empty if it can
 * @param partitions the partitions of events that this instance processes, ascending
 * @param matrix the size of the matrix
 * @param catalog the number of items in the catalog
 * @param restoring the stores that are being restored
 * @param learned what lists have learned
 * @param health lag, brokers, standbys and files
 */
public record Status(
        String state,
        Optional<String> obstacle,
        List<Integer> partitions,
        Matrix matrix,
        int catalog,
        List<Restoring> restoring,
        List<LearnedList> learned,
        Health health) {

    public Status {
        partitions = List.copyOf(partitions);
        restoring = List.copyOf(restoring);
        learned = List.copyOf(learned);
    }

    /** Whether questions about the users of this instance can be answered. */
    public boolean ready() {
        return obstacle.isEmpty();
    }

    /**
     * The size of the matrix.
     *
     * @param users the number of users with at least one cell
     * @param cells the number of cells
     * @param items the number of items ever seen
     * @param lag records of its topic that it has not read yet; empty if unknown
     */
    public record Matrix(int users, int cells, int items, OptionalLong lag) {}

    /**
     * The progress of restoring a store.
     *
     * @param restored records read so far
     * @param expected the estimated number of records to read
     */
    public record Restoring(String store, long restored, long expected) {}
}
