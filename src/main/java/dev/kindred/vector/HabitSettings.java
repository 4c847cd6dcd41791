package dev.kindred.vector;

import java.time.Duration;
import java.time.ZoneId;

/**
 * How habits are told from events.
 *
 * @param sessionGap a session has ended when nothing comes for longer than this; positive
 * @param zone where it is what hour and weekday
 */
public record HabitSettings(Duration sessionGap, ZoneId zone) {

    /** Sessions end after half an hour, as web analytics count them; hours and weekdays are those of UTC. */
    public static final HabitSettings DEFAULT = new HabitSettings(Duration.ofMinutes(30), ZoneId.of("UTC"));

    public HabitSettings {
        if (sessionGap.isNegative() || sessionGap.isZero()) {
            throw new IllegalArgumentException("sessionGap must be positive, got " + sessionGap);
        }
    }
}
