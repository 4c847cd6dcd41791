package dev.kindred.config;

import static dev.kindred.config.Limit.COUNT;

import dev.kindred.math.Decay;
import dev.kindred.matrix.MatrixSettings;
import java.time.Duration;

/** The settings of everybody's affinities. */
final class MatrixConfig {

    static final Group MATRIX = new Group("Matrix");
    static final Setting<Integer> AUDIENCE = MATRIX.integer(
            "matrix.audience",
            100,
            COUNT,
            "The most recent users of an item that are looked at when somebody touches it. Raise it for better"
                    + " neighbors, lower it for throughput.");

    static final Setting<Integer> COLUMN_CAPACITY = MATRIX.integer(
            "matrix.column.capacity",
            1000,
            COUNT,
            "The most recent users of an item that are remembered, at least matrix.audience. Lower it when the"
                    + " matrix takes too much memory.");

    static final Setting<Decay> POPULARITY_HALF_LIFE = MATRIX.decay(
            "matrix.popularity.half.life.ms",
            Duration.ofDays(7),
            "The time after which a user counts half towards the popularity of an item. Lower it to follow trends"
                    + " faster.");

    static final Setting<Decay> TRENDING_HALF_LIFE = MATRIX.decay(
            "matrix.trending.half.life.ms",
            Duration.ofDays(1),
            "The time after which a user counts half towards what is trending. Below a day, what is trending follows"
                    + " the hours of the day too. Lower it for news, raise it where few people come.");

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
