package dev.kindred.config;

import static dev.kindred.config.Limit.COUNT;

import dev.kindred.math.Decay;
import dev.kindred.matrix.MatrixSettings;
import java.time.Duration;

/** The settings of the matrix of all affinities. */
final class MatrixConfig {

    static final Group MATRIX = new Group("Matrix");
    static final Setting<Integer> AUDIENCE = MATRIX.integer("matrix.audience", 100, COUNT, """
            The number of most recent users of an item who become neighbor candidates when a user touches that item.
            Raise it for better neighbors, lower it for throughput.""");

    static final Setting<Integer> COLUMN_CAPACITY = MATRIX.integer("matrix.column.capacity", 1000, COUNT, """
            The number of most recent users of an item that the matrix keeps, at least matrix.audience. Lower it when
            the matrix takes too much memory.""");

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
                values.get(TRENDING_HALF_LIFE));
    }
}
