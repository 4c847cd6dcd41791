package dev.kindred.config;

import static dev.kindred.config.Limit.between;

import dev.kindred.math.Decay;
import dev.kindred.vector.HabitSettings;
import dev.kindred.vector.VectorSettings;
import java.time.Duration;

/** The settings of user vectors. */
final class VectorConfig {

    static final Group VECTORS = new Group("Vectors");
    static final Setting<Integer> MAX_ITEMS = VECTORS.integer("vector.max.items", 200, between(1, 10_000), """
            The maximum number of items in a user's vector; a new item evicts the least recently touched one. Raise it
            when your shoppers return to items after a long time.""");

    static final Setting<Double> STEP =
            VECTORS.number("vector.step", 0.8, Limit.of("in (0, 1]", value -> value > 0 && value <= 1), """
            The part of the interest in all other items that remains after one event. Lower it to follow the last
            clicks more closely; 1 gives all events the same weight.""");

    static final Setting<Decay> AFFINITY_HALF_LIFE =
            VECTORS.decay("vector.affinity.half.life.ms", Duration.ofDays(30), """
            The half-life of a long-term affinity. Raise it when taste lasts, as in music; lower it when it does not,
            as in news.""");

    static final Setting<Decay> INTEREST_HALF_LIFE =
            VECTORS.decay("vector.interest.half.life.ms", Duration.ofDays(7), """
            The half-life of the current interest. Lower it when a new visit usually has a new purpose.""");

    static final Setting<Integer> REMEMBERED_EVENTS =
            VECTORS.integer("vector.remembered.events", 16, between(0, 10_000), """
            The number of recent event ids per user for detecting repeats; used under at_least_once only. Raise it when
            producers repeat long bursts.""");

    private static final Setting<Long> RETENTION = VECTORS.whole(
            "vector.retention.ms",
            -1,
            Limit.of(
                    "-1 (forever), 0 (as topics.retention.affinities.ms) or at least 3600000",
                    ms -> ms == -1 || ms == 0 || ms >= Duration.ofHours(1).toMillis()),
            """
            How long a user may be unseen, counted back from the newest event, before the vector is erased and counted in
            a receipt of the day. Set it where the law or the shop asks for limited storage, once no old log is sent beside
            live events: the users of that log would be erased.""");

    private VectorConfig() {}

    /** How long a user may be unseen; not positive for ever. */
    static long retentionMs(Values values) {
        long own = values.get(RETENTION);
        return own == 0 ? TopicConfig.of(values).affinitiesRetentionMs() : own;
    }

    /** Under exactly once no event ids are kept, because no event is processed twice. */
    static VectorSettings of(Values values) {
        boolean exactlyOnce = values.get(ApplicationConfig.PROCESSING_GUARANTEE).equals(ApplicationConfig.EXACTLY_ONCE);
        return new VectorSettings(
                EventConfig.weights(values),
                values.get(AFFINITY_HALF_LIFE),
                values.get(INTEREST_HALF_LIFE),
                values.get(STEP),
                values.get(MAX_ITEMS),
                new HabitSettings(values.get(ProfileConfig.SESSION_GAP), values.get(ProfileConfig.TIME_ZONE)),
                exactlyOnce ? 0 : values.get(REMEMBERED_EVENTS));
    }
}
