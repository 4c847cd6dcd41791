package dev.kindred.recommend;

import dev.kindred.blend.WeightLearner;
import dev.kindred.math.Decay;
import dev.kindred.model.Interaction;
import dev.kindred.model.Require;
import dev.kindred.model.Strategy;
import dev.kindred.ranking.RankingStatistics;
import dev.kindred.ranking.StatisticsKey;
import dev.kindred.scenario.DefaultWeights;
import dev.kindred.scenario.Scenario;
import it.unimi.dsi.fastutil.HashCommon;
import java.time.Duration;
import java.util.List;

/**
 * How scenarios learn from events.
 *
 * @param enabled whether they may
 * @param sample they learn from one event in so many; 0 if from none, so that all stays as it was learned
 * @param halfLife the time after which what was learned counts half
 * @param interval between two publications of what was learned, and between two computations of a model
 * @param share the part of learned weights in the weights of a list, in [0, 1]; the rest are the first ones
 */
public record LearningSettings(boolean enabled, int sample, Duration halfLife, Duration interval, double share) {

    private static final List<Strategy> WEIGHED =
            List.of(Strategy.USER_BASED, Strategy.SEQUENCE_BASED, Strategy.ITEM_BASED, Strategy.CONTENT_BASED);

    /** Nothing is learned. */
    public static final LearningSettings OFF =
            new LearningSettings(false, 0, Duration.ofDays(30), Duration.ofSeconds(10), 1);

    public LearningSettings {
        Require.that(sample >= 0, "sample must not be negative", sample);
        Require.that(share >= 0 && share <= 1, "share must be in [0, 1]", share);
        Require.that(!halfLife.isNegative() && !halfLife.isZero(), "halfLife must be positive", halfLife);
    }

    /** The half-life as a decay. */
    public Decay decay() {
        return Decay.ofHalfLife(halfLife);
    }

    /** Whether scenarios learn from an event. It depends on nothing but the event, so a replay learns the same. */
    public boolean includes(Interaction event) {
        return enabled && sample > 0 && isSampled(event, sample);
    }

    /** The key of the sums of a list's ranker in the period 0. */
    public StatisticsKey rankerKey(Scenario scenario) {
        return new StatisticsKey(
                StatisticsKey.Kind.RANKER, scenario.list(), RankingStatistics.BASIS, halfLife.toMillis(), 0);
    }

    /** The key of the sums of a list's weights in the period 0. */
    public StatisticsKey weightsKey(Scenario scenario, WeightLearner learner) {
        return new StatisticsKey(StatisticsKey.Kind.WEIGHTS, scenario.list(), learner.basis(), halfLife.toMillis(), 0);
    }

    /** A learner of weights that begins with the default ones. */
    public WeightLearner weightLearner() {
        return new WeightLearner(DefaultWeights.BLEND, WEIGHED, decay());
    }

    /**
     * Whether an event is in a sample of one in so many.
     *
     * @param oneIn positive
     */
    public static boolean isSampled(Interaction event, int oneIn) {
        int hash =
                31 * (31 * event.userId().hashCode() + event.itemId().hashCode()) + Long.hashCode(event.timestampMs());
        return Math.floorMod(HashCommon.mix(hash), oneIn) == 0;
    }
}
