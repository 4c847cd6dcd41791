package dev.kindred.config;

import static dev.kindred.config.Limit.between;

import dev.kindred.profile.ProfileSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;

/** The settings of user profiles and segments. */
final class ProfileConfig {

    private static final Limit<Long> SPAN = between(1, 315_360_000_000L);

    static final Group PROFILES = new Group("Profiles");
    static final Setting<Integer> NEW_EVENTS = PROFILES.integer("profile.new.events", 5, Limit.COUNT, """
            The number of events below which an active user counts as new. Raise it when one visit makes many events; 1
            means that no user is new.""");

    static final Setting<Duration> ACTIVE = PROFILES.duration("profile.active.ms", Duration.ofDays(30), SPAN, """
            The time after the last event during which a user is active; then the user is lapsing. Set it to a little
            more than the time between two visits of a typical customer.""");

    static final Setting<Duration> LAPSED = PROFILES.duration("profile.lapsed.ms", Duration.ofDays(90), SPAN, """
            The time after the last event at which a user is lapsed. Set it to the time after which few users return on
            their own.""");

    static final Setting<Duration> SESSION_GAP =
            PROFILES.duration("profile.session.gap.ms", Duration.ofMinutes(30), between(1, 31_536_000_000L), """
            The gap without events of a user that ends a session. Set it to the value that your other reports use; it
            applies to future events.""");

    static final Setting<ZoneId> TIME_ZONE = PROFILES.add(
            "profile.time.zone",
            "UTC",
            Kind.TEXT
                    .within(Limit.of(
                            "a time zone such as Europe/Berlin",
                            zone -> ZoneId.getAvailableZoneIds().contains(zone)))
                    .as(ZoneId::of),
            """
            The time zone of the hour and the weekday of a user's events. Set it to the time zone of most of your
            customers; it applies to future events.""");

    static final Setting<Duration> PUBLISH_INTERVAL = PROFILES.duration(
            "profile.publish.interval.ms", Duration.ZERO, between(0, 86_400_000).like("60000"), """
            The minimum time between two profiles of a user in the topic user-profiles; the last of the events in
            between triggers a profile at its end. Set it when other programs follow profiles, to a minute or more for
            most; 0 publishes none.""");

    static final Setting<Optional<Path>> SEGMENTS_FILE = PROFILES.path("segments.file", "config/segments.yaml", """
            The file that defines segments of users, for example config/segments.yaml; empty means no segments. Set it
            to select users by their profiles; Kindred reads the file again when it changes.""");

    private ProfileConfig() {}

    static ProfileSettings of(Values values) {
        return new ProfileSettings(
                values.get(VectorConfig.AFFINITY_HALF_LIFE),
                values.get(NEW_EVENTS),
                values.get(ACTIVE),
                values.get(LAPSED));
    }
}
