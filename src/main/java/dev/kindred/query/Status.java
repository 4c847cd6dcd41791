package dev.kindred.query;

import java.util.List;
import java.util.OptionalLong;

/**
 * How an instance is.
 *
 * @param state as Kafka Streams names it
 * @param ready whether questions about the users of this instance can be answered
 * @param partitions of the events that this instance processes, ascending
 * @param matrix what it knows of everybody
 * @param catalog how many items it knows the shop to have
 * @param restoring the stores that are being read back now
 */
public record Status(
        String state, boolean ready, List<Integer> partitions, Matrix matrix, int catalog, List<Restoring> restoring) {

    public Status {
        partitions = List.copyOf(partitions);
        restoring = List.copyOf(restoring);
    }

    /**
     * The size of the matrix.
     *
     * @param users who have at least one remembered cell
     * @param cells that are remembered
     * @param items that were ever met
     * @param lag records of its topic that it has not read yet; empty if that is not known
     */
    public record Matrix(int users, int cells, int items, OptionalLong lag) {}

    /**
     * How far a store has come.
     *
     * @param store its name
     * @param restored records read so far
     * @param expected records to read, about
     */
    public record Restoring(String store, long restored, long expected) {}
}
