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
 * @param hash signs the ids of lists, the same on all instances
 */
public record FeedbackSettings(boolean enabled, Duration window, Duration grace, int maxPerMinute, KeyedHash hash) {

    /** No feedback. */
    public static final FeedbackSettings OFF =
            new FeedbackSettings(false, Duration.ofDays(1), Duration.ofHours(1), 1, KeyedHash.random());

    public FeedbackSettings {
        Require.that(!window.isNegative(), "window must not be negative", window);
        Require.that(!grace.isNegative(), "grace must not be negative", grace);
        Require.that(maxPerMinute >= 1, "maxPerMinute must be positive", maxPerMinute);
    }

    /** How long an event of a user may still change counts. */
    long retentionMs() {
        return window.toMillis() + grace.toMillis();
    }
}
