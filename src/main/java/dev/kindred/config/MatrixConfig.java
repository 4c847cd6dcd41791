package dev.kindred.config;

import static dev.kindred.config.Limit.COUNT;

import dev.kindred.math.Decay;
import dev.kindred.matrix.MatrixBounds;
import dev.kindred.matrix.MatrixSettings;
import java.time.Duration;

/** The settings of the matrix of all affinities. */
final class MatrixConfig {

    private static final Limit<Long> MANY = Limit.between(1, 1_000_000_000);

    static final Group MATRIX = new Group("Matrix");
    static final Setting<Integer> AUDIENCE = MATRIX.integer("matrix.audience", 100, COUNT, """
            The number of most recent users of an item who become neighbor candidates when a user touches that item.
            Raise it for better neighbors, lower it for throughput.""");

    static final Setting<Integer> COLUMN_CAPACITY = MATRIX.integer("matrix.column.capacity", 1000, COUNT, """
            The number of most recent users of an item that the matrix keeps, at least matrix.audience. Lower it when
            the matrix takes too much memory.""");

    static final Setting<Integer> USERS_MAX = MATRIX.integer("matrix.users.max", 5_000_000, MANY, """
            The greatest number of users in the matrix. Beyond it, those with fewest cells are evicted, and among them
            those touched longest ago. Raise it together with the heap; src/OPERATING.md has the formula.""");

    static final Setting<Integer> ITEMS_MAX = MATRIX.integer("matrix.items.max", 2_000_000, MANY, """
            The greatest number of items with users in the matrix. Beyond it, those with fewest users are evicted. After
            twice as many ids since the start, events on other new items become dead letters. Raise it together with the
            heap; src/OPERATING.md has the formula.""");

    static final Setting<Boolean> ONLY_KNOWN_ITEMS = MATRIX.flag("matrix.only.known.items", false, """
            true learns events on items of the catalog only; others become dead letters (UNKNOWN_ITEM). Change it to true
            when the topic items has every item before its first event: then made-up ids take no memory.""");

    static final Setting<Duration> SNAPSHOT_INTERVAL = MATRIX.duration(
            "matrix.snapshot.interval.ms",
            Duration.ZERO,
            Limit.either(0, "none", 1_000).like("900000"),
            """
            The time between two snapshots of the matrix on the disk, from which a start reads it. Set it, for example to
            15 minutes, when the matrix has millions of cells and state.dir survives a restart.""");

    static final Setting<Decay> POPULARITY_HALF_LIFE =
            MATRIX.decay("matrix.popularity.half.life.ms", Duration.ofDays(7), """
            The half-life of a user's contribution to the popularity of an item. Lower it to follow trends faster.""");

    static final Setting<Decay> TRENDING_HALF_LIFE =
            MATRIX.decay("matrix.trending.half.life.ms", Duration.ofDays(1), """
            The half-life of a user's contribution to trending. Below a day, trending also follows the time of day.
            Lower it for news, raise it when your shop has few visitors.""");

    private MatrixConfig() {}

    static MatrixSettings of(Values values) {
        return new MatrixSettings(
                values.get(AUDIENCE),
                values.get(COLUMN_CAPACITY),
                values.get(VectorConfig.AFFINITY_HALF_LIFE),
                values.get(POPULARITY_HALF_LIFE),
                values.get(TRENDING_HALF_LIFE),
                new MatrixBounds(values.get(USERS_MAX), values.get(ITEMS_MAX), values.get(ONLY_KNOWN_ITEMS)));
    }
}
