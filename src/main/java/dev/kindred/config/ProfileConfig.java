package dev.kindred.config;

import static dev.kindred.config.Limit.between;

import dev.kindred.profile.ProfileSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;

/** The settings of users' profiles. */
final class ProfileConfig {

    private static final Limit<Long> SPAN = between(1, 315_360_000_000L);

    static final Group PROFILES = new Group("Profiles");
    static final Setting<Integer> NEW_EVENTS = PROFILES.integer(
            "profile.new.events",
            5,
            Limit.COUNT,
            "An active user with fewer events than this is new. Raise it when one visit makes many events; 1 makes"
                    + " nobody new.");

    static final Setting<Duration> ACTIVE = PROFILES.duration(
            "profile.active.ms",
            Duration.ofDays(30),
            SPAN,
            "How long after an event a user is active; then lapsing. Set it to a little more than the time between"
                    + " two visits of a usual customer.");

    static final Setting<Duration> LAPSED = PROFILES.duration(
            "profile.lapsed.ms",
            Duration.ofDays(90),
            SPAN,
            "How long after the last event a user has lapsed. Set it to the time after which hardly anybody comes"
                    + " back by themselves.");

    static final Setting<Duration> SESSION_GAP = PROFILES.duration(
            "profile.session.gap.ms",
            Duration.ofMinutes(30),
            between(1, 31_536_000_000L),
            "A session has ended when nothing comes of the user for longer than this. Set it to what your other"
                    + " reports go by; it holds for events to come.");

    static final Setting<ZoneId> TIME_ZONE = PROFILES.add(
            "profile.time.zone",
            "UTC",
            Kind.TEXT
                    .within(Limit.of(
                            "a time zone such as Europe/Berlin",
                            zone -> ZoneId.getAvailableZoneIds().contains(zone)))
                    .as(ZoneId::of),
            "Where it is what hour and weekday when a user comes. Set it to where most of your customers live; it"
                    + " holds for events to come.");

    static final Setting<Duration> PUBLISH_INTERVAL = PROFILES.duration(
            "profile.publish.interval.ms",
            Duration.ZERO,
            between(0, 86_400_000).like("60000"),
            "The least time between two profiles of a user in the topic user-profiles; of the events in between, the"
                    + " last one makes a profile when it is over. Set it where others want to follow profiles, a minute or"
                    + " more for most; 0 publishes none.");

    static final Setting<Optional<Path>> SEGMENTS_FILE = PROFILES.path(
            "segments.file",
            "config/segments.yaml",
            "The file that defines segments of users, for example config/segments.yaml; empty for none. It is read"
                    + " again when it changes.");

    private ProfileConfig() {}

    static ProfileSettings of(Values values) {
        return new ProfileSettings(
                values.get(VectorConfig.AFFINITY_HALF_LIFE),
                values.get(NEW_EVENTS),
                values.get(ACTIVE),
                values.get(LAPSED));
    }
}
