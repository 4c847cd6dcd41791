package dev.kindred.feedback;

import dev.kindred.model.KeyedHash;
import dev.kindred.model.Require;
import java.time.Duration;

/**
 * How the outcomes of lists are counted.
 *
 * @param enabled whether lists have ids, and outcomes are counted
 * @param window how long after an impression an interaction without a list is attributed to it
 * @param grace how much later than the latest event of its user an event may come and still count
 * @param maxPerMinute the greatest number of impressions of a user in a minute; more come from a robot and do not count
 * @param retention how long the counts of a day stay; longer than any list is remembered
 * @param hash signs the ids of lists, the same on all instances
 * @param fatigue the part of its score that an item loses with each list that showed it to a user who did not touch it, in [0, 1)
 */
public record FeedbackSettings(
        boolean enabled,
        Duration window,
        Duration grace,
        int maxPerMinute,
        Duration retention,
        KeyedHash hash,
        double fatigue) {

    private static final Duration RETENTION = Duration.ofDays(400);

    /** No feedback. */
    public static final FeedbackSettings OFF =
            new FeedbackSettings(false, Duration.ofDays(1), Duration.ofHours(1), 1, KeyedHash.random());

    public FeedbackSettings {
        Require.that(!window.isNegative(), "window must not be negative", window);
        Require.that(!grace.isNegative(), "grace must not be negative", grace);
        Require.that(retention.compareTo(window.plus(grace)) > 0, "retention must exceed window and grace", retention);
        Require.that(maxPerMinute >= 1, "maxPerMinute must be positive", maxPerMinute);
        Require.that(fatigue >= 0 && fatigue < 1, "fatigue must be in [0, 1)", fatigue);
    }

    /** With the default retention of counts. Nobody tires of items. */
    public FeedbackSettings(boolean enabled, Duration window, Duration grace, int maxPerMinute, KeyedHash hash) {
        this(enabled, window, grace, maxPerMinute, RETENTION, hash, 0);
    }

    /** The same of users who tire of items. */
    public FeedbackSettings tiring(double part) {
        return new FeedbackSettings(enabled, window, grace, maxPerMinute, retention, hash, part);
    }

    /** How long an event of a user may still change counts. */
    long retentionMs() {
        return window.toMillis() + grace.toMillis();
    }
}
