package dev.kindred.config;

import static dev.kindred.config.Limit.between;

import dev.kindred.feedback.FeedbackSettings;
import dev.kindred.model.KeyedHash;
import java.time.Duration;

/** The settings of feedback: what lists achieve. */
final class FeedbackConfig {

    private static final long DAY_MS = Duration.ofDays(1).toMillis();

    static final Group FEEDBACK = new Group("Feedback: what lists achieve");
    static final Setting<Boolean> ENABLED = FEEDBACK.flag("feedback.enabled", false, """
            Whether lists have ids, and impressions, clicks, carts and purchases are attributed to lists and counted in
            the topic outcomes. Switch it on when your shop sends impressions; while it is off there is no such topic
            and no such store.""");

    static final Setting<Duration> WINDOW =
            FEEDBACK.duration("feedback.attribution.window.ms", Duration.ofDays(1), between(60_000, 30 * DAY_MS), """
            How long after an impression an interaction that names no list is attributed to it. Raise it when your
            shoppers decide slowly; the lists of a user are stored for so long.""");

    static final Setting<Duration> GRACE =
            FEEDBACK.duration("feedback.grace.ms", Duration.ofHours(1), between(0, 7 * DAY_MS), """
            How much later than the latest event of its user an event may come and still count for lists. Raise it when
            beacons reach Kindred late, for example from an app that is often offline.""");

    static final Setting<Integer> MAX_PER_MINUTE =
            FEEDBACK.integer("feedback.impressions.per.minute", 600, between(1, 100_000), """
            The greatest number of impressions of a user in a minute; more do not count, because they come from a robot.
            Raise it when your pages show hundreds of items at once.""");

    static final Setting<Double> FATIGUE = FEEDBACK.number("feedback.fatigue", 0.0, between(0.0, 0.9), """
            The part of its score that an item loses with each list that showed it to a user who did not touch it; a
            touch gives all back, and so does the end of the time in which lists are remembered. Set it, for example to
            0.1, when shoppers see the same items on many pages. 0 is off; above it, feedback.enabled must be true.""");

    static final Setting<Duration> SHARES_INTERVAL =
            FEEDBACK.duration("feedback.shares.interval.ms", Duration.ofMinutes(1), between(1_000, DAY_MS), """
            How often the shares of variants with Thompson sampling follow the counted outcomes. Lower it when your lists
            bring hundreds of clicks a minute; raise it when users should change variants less often.""");

    static final Setting<Duration> RETENTION = FEEDBACK.duration(
            "feedback.outcomes.retention.ms", Duration.ofDays(400), between(90 * DAY_MS, 3_660 * DAY_MS), """
            How long the counts of a day stay in the topic outcomes and in answers. Raise it when you compare years; lower
            it when many scenarios and variants make the counts large.""");

    private FeedbackConfig() {}

    /** @param hash with the secret of the deployment, the same on all instances */
    static FeedbackSettings of(Values values, KeyedHash hash) {
        return new FeedbackSettings(
                values.get(ENABLED),
                values.get(WINDOW),
                values.get(GRACE),
                values.get(MAX_PER_MINUTE),
                values.get(RETENTION),
                hash,
                values.get(FATIGUE));
    }
}
