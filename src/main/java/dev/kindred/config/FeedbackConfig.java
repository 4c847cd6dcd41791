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

    private FeedbackConfig() {}

    /** @param hash with the secret of the deployment, the same on all instances */
    static FeedbackSettings of(Values values, KeyedHash hash) {
        return new FeedbackSettings(
                values.get(ENABLED), values.get(WINDOW), values.get(GRACE), values.get(MAX_PER_MINUTE), hash);
    }
}
