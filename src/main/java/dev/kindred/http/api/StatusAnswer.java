package dev.kindred.http.api;

import dev.kindred.model.Described;
import dev.kindred.query.Status;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The status as JSON. */
record StatusAnswer(
        @Described("Of the program.") String version,

        @Described("Of the stream, as Kafka Streams names it.")
        String state,

        @Described("Whether questions about the users of this instance can be answered.")
        boolean ready,

        @Described("The partitions of the events that this instance processes.")
        List<Integer> partitions,

        @Described("What is known of everybody.") Matrix matrix,

        @Described("What is known of the shop.") Catalog catalog,

        @Described("The stores that are being read back now.")
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
            @Described("Items ever met.") int items,

            @Described("Records of its topic not read yet; absent if that is not known.") @Nullable
            Long lag) {}

    /** The size of the catalog. */
    record Catalog(@Described("Items that the shop has.") int items) {}

    /** How far a store has come. */
    record Restoring(
            String store,
            @Described("Records read so far.") long restored,
            @Described("Records to read, about.") long expected) {}

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
