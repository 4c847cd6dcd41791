package dev.kindred.vector;

import dev.kindred.model.Require;
import java.time.Duration;
import java.time.ZoneId;

/**
 * Settings of how habits are derived from events.
 *
 * @param sessionGap a session ends when no event follows for longer than this; positive
 * @param zone the time zone of hours and weekdays
 */
public record HabitSettings(Duration sessionGap, ZoneId zone) {

    /** Sessions end after half an hour, as in web analytics; hours and weekdays are in UTC. */
    public static final HabitSettings DEFAULT = new HabitSettings(Duration.ofMinutes(30), ZoneId.of("UTC"));

    public HabitSettings {
        Require.that(!sessionGap.isNegative() && !sessionGap.isZero(), "sessionGap must be positive", sessionGap);
    }
}
