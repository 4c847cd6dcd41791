package dev.kindred.config;

import static dev.kindred.config.Limit.between;

import dev.kindred.math.Decay;
import dev.kindred.vector.HabitSettings;
import dev.kindred.vector.VectorSettings;
import java.time.Duration;

/** The settings of users' vectors. */
final class VectorConfig {

    static final Group VECTORS = new Group("Vectors");
    static final Setting<Integer> MAX_ITEMS = VECTORS.integer(
            "vector.max.items",
            200,
            between(1, 10_000),
            "The most items that a user's vector keeps; beyond, the least recently touched one leaves. Raise it when"
                    + " your shoppers come back to items after a long time.");

    static final Setting<Double> STEP = VECTORS.number(
            "vector.step",
            0.8,
            Limit.of("in (0, 1]", value -> value > 0 && value <= 1),
            "The part of the interest in all other items that is left after one event. Lower it to follow the last"
                    + " clicks more closely; 1 makes all events count alike.");

    static final Setting<Decay> AFFINITY_HALF_LIFE = VECTORS.decay(
            "vector.affinity.half.life.ms",
            Duration.ofDays(30),
            "The time after which half of a long-term affinity is left. Raise it when taste lasts, as for music;"
                    + " lower it when it does not, as for news.");

    static final Setting<Decay> INTEREST_HALF_LIFE = VECTORS.decay(
            "vector.interest.half.life.ms",
            Duration.ofDays(7),
            "The time after which half of the interest of the moment is left. Lower it when a new visit usually has"
                    + " a new purpose.");

    static final Setting<Integer> REMEMBERED_EVENTS = VECTORS.integer(
            "vector.remembered.events",
            16,
            between(0, 10_000),
            "How many ids of a user's last events are remembered so as to drop repeats; used under at_least_once"
                    + " only. Raise it when producers repeat long bursts.");

    private VectorConfig() {}

    /** Under exactly once no event is remembered, because none comes twice. */
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
