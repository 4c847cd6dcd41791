package dev.kindred.config;

import static dev.kindred.config.Limit.between;

import dev.kindred.recommend.LearningSettings;
import java.time.Duration;

/** The settings of lists that learn. */
final class LearningConfig {

    private static final long DAY_MS = Duration.ofDays(1).toMillis();

    static final Group LEARNING = new Group("Learning: lists that tune themselves");
    static final Setting<Boolean> ENABLED = LEARNING.flag("learning.enabled", false, """
            Whether scenarios may learn from events (ranker: learned, or weights: auto). Switch it on, on all instances, before a scenario
            does; while it is off there is no topic ranker-statistics and no such store.""");

    static final Setting<Integer> SAMPLE = LEARNING.integer("learning.sample", 100, between(0, 1_000_000), """
            Scenarios that learn do so from one event in so many; with 0 from none, and they stay as they are. Lower it in a
            shop with few events: with 20, an event in twenty costs about one more list of each scenario that learns.""");

    static final Setting<Duration> HALF_LIFE =
            LEARNING.duration("learning.half.life.ms", Duration.ofDays(30), between(DAY_MS, 3650 * DAY_MS), """
            The time after which what scenarios have learned counts half. Lower it for a catalog that changes fast. With
            another value, learning begins anew.""");

    static final Setting<Duration> INTERVAL =
            LEARNING.duration("learning.interval.ms", Duration.ofSeconds(10), between(100, DAY_MS), """
            How often tasks publish what they have learned, and instances compute models from it. Raise it when the brokers
            are busy.""");

    static final Setting<Double> SHARE = LEARNING.number("learning.weights.share", 1, between(0.0, 1.0), """
            The part of learned weights in a scenario with weights: auto; the default weights have the rest. Lower it to
            bound what learning may change.""");

    private LearningConfig() {}

    static LearningSettings of(Values values) {
        return new LearningSettings(
                values.get(ENABLED),
                values.get(SAMPLE),
                values.get(HALF_LIFE),
                values.get(INTERVAL),
                values.get(SHARE));
    }
}
