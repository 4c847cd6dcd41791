package dev.kindred.http.api;

import dev.kindred.model.Described;
import dev.kindred.query.Status;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The status as JSON. */
record StatusAnswer(
        @Described("The version of the program.") String version,

        @Described("The state of the stream, in the terms of Kafka Streams.")
        String state,

        @Described("Whether the instance can answer queries on its users.")
        boolean ready,

        @Described("The partitions of the events that this instance processes.")
        List<Integer> partitions,

        @Described("The size of the matrix.") Matrix matrix,

        @Described("The size of the catalog.") Catalog catalog,

        @Described("The stores that are being restored now.")
        List<Restoring> restoring) {

    StatusAnswer {
        partitions = List.copyOf(partitions);
        restoring = List.copyOf(restoring);
    }

    /** The size of the matrix. */
    record Matrix(
            @Described("Users with at least one remembered cell.")
            int users,

            @Described("Remembered cells.") int cells,
            @Described("Items seen so far.") int items,

            @Described("Records of its topic not read yet; absent if unknown.") @Nullable
            Long lag) {}

    /** The size of the catalog. */
    record Catalog(@Described("Items in the catalog.") int items) {}

    /** How far a store has come. */
    record Restoring(
            String store,
            @Described("Records read so far.") long restored,

            @Described("Approximate number of records to read.")
            long expected) {}

    static StatusAnswer of(String version, Status status) {
        return new StatusAnswer(
                version,
                status.state(),
                status.ready(),
                status.partitions(),
                matrix(status.matrix()),
                new Catalog(status.catalog()),
                status.restoring().stream()
                        .map(store -> new Restoring(store.store(), store.restored(), store.expected()))
                        .toList());
    }

    private static Matrix matrix(Status.Matrix matrix) {
        OptionalLong lag = matrix.lag();
        return new Matrix(matrix.users(), matrix.cells(), matrix.items(), lag.isPresent() ? lag.getAsLong() : null);
    }
}
