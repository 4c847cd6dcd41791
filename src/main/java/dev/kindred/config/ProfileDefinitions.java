package dev.kindred.config;

import static org.apache.kafka.common.config.ConfigDef.Importance.MEDIUM;
import static org.apache.kafka.common.config.ConfigDef.Type.INT;
import static org.apache.kafka.common.config.ConfigDef.Type.LONG;
import static org.apache.kafka.common.config.ConfigDef.Type.STRING;

import java.time.ZoneId;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.config.ConfigDef;

/** The settings of profiles of users. */
final class ProfileDefinitions {

    private static final long DAY_MS = TimeUnit.DAYS.toMillis(1);
    private static final Limit SPAN = Limit.between(1, 3650 * DAY_MS);

    private ProfileDefinitions() {}

    static void addTo(ConfigDef definition) {
        Group group = new Group(definition, "Profiles");
        group.add(
                Keys.PROFILE_NEW_EVENTS,
                INT,
                5,
                Limit.between(1, 1_000_000),
                MEDIUM,
                "An active user with fewer events than this is new. Raise it when one visit makes many events; 1 makes"
                        + " nobody new.");
        group.add(
                Keys.PROFILE_ACTIVE,
                LONG,
                30 * DAY_MS,
                SPAN,
                MEDIUM,
                "How long after an event a user is active; then lapsing. Set it to a little more than the time between"
                        + " two visits of a usual customer.");
        group.add(
                Keys.PROFILE_LAPSED,
                LONG,
                90 * DAY_MS,
                SPAN,
                MEDIUM,
                "How long after the last event a user has lapsed. Set it to the time after which hardly anybody comes"
                        + " back by themselves.");
        group.add(
                Keys.PROFILE_SESSION_GAP,
                LONG,
                TimeUnit.MINUTES.toMillis(30),
                Limit.between(1, 365 * DAY_MS),
                MEDIUM,
                "A session has ended when nothing comes of the user for longer than this. Set it to what your other"
                        + " reports go by; it holds for events to come.");
        group.add(
                Keys.PROFILE_TIME_ZONE,
                STRING,
                "UTC",
                new Limit("a time zone such as Europe/Berlin", value -> isZone((String) value)),
                MEDIUM,
                "Where it is what hour and weekday when a user comes. Set it to where most of your customers live; it"
                        + " holds for events to come.");
        group.add(
                Keys.PROFILE_PUBLISH_INTERVAL,
                LONG,
                0L,
                Limit.between(0, DAY_MS),
                MEDIUM,
                "The least time between two profiles of a user in the topic user-profiles; of the events in between, the"
                        + " last one makes a profile when it is over. Set it where others want to follow profiles, a minute"
                        + " or more for most; 0 publishes none.");
        group.add(
                Keys.SEGMENTS_FILE,
                STRING,
                "",
                Limit.ANYTHING,
                MEDIUM,
                "The file that defines segments of users, for example config/segments.yaml; empty for none. It is read"
                        + " again when it changes.");
    }

    private static boolean isZone(String name) {
        return ZoneId.getAvailableZoneIds().contains(name);
    }
}
