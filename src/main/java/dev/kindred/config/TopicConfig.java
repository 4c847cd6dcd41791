package dev.kindred.config;

import static dev.kindred.config.Limit.between;
import static dev.kindred.config.Limit.matching;

import dev.kindred.admin.TopicSettings;
import java.time.Duration;
import java.util.OptionalLong;

/** The settings of topics: names, shape and retention. */
final class TopicConfig {

    static final Group TOPICS = new Group("Topics");
    static final Setting<String> PREFIX = TOPICS.text(
            "topics.prefix",
            "",
            matching("[a-zA-Z0-9._-]{0,100}", "up to 100 of the characters a-z A-Z 0-9 . _ -")
                    .like("shoes-"),
            """
            The prefix of all topic names. Set it when several shops share a cluster, for example to shoes-.""");

    static final Setting<Integer> PARTITIONS = TOPICS.integer("topics.partitions", 8, between(1, 10_000), """
            Partitions of the topics that Kindred creates; this limits the number of threads. Raise it before the first
            start; a later change would separate users from their vectors.""");

    static final Setting<Integer> REPLICATION = TOPICS.integer(
            "topics.replication.factor",
            -1,
            Limit.of(
                    "-1 (the default of the brokers) or in [1, 32767]",
                    n -> n == -1 || (n >= 1 && n <= Short.MAX_VALUE)),
            """
            Replicas of the topics that Kindred creates. Set it to 3 when the default of your brokers is lower and the
            loss of one broker must not lose data.""");

    static final Group RETENTION = new Group("Retention of topics, counted from a record's arrival at the broker");

    private static final Setting<Duration> EVENTS = retention("topics.retention.events.ms", 7, """
            How long events and merges are kept. Raise it to compute vectors again from a longer history.""");

    private static final Setting<Duration> REROUTED = retention("topics.retention.rerouted.ms", 7, """
            How long Kindred keeps events and vectors on the way to the partition of their user. Raise it to the
            longest possible outage of Kindred; records that expire unread are lost.""");

    private static final Setting<Duration> AFFINITIES = retention("topics.retention.affinities.ms", 400, """
            How long the topic keeps the last affinity of a user to an item; a restart restores it from there. Lower it
            for a short-lived catalog.""");

    private static final Setting<Duration> RECOMMENDATIONS = retention("topics.retention.recommendations.ms", 90, """
            How long a user's last list is kept. Lower it when your shop should not show old lists to users who return.""");

    private static final Setting<Duration> USER_PROFILES = retention("topics.retention.user.profiles.ms", 90, """
            How long a user's last profile is kept; it applies when profile.publish.interval.ms publishes profiles.
            Raise it when consumers need the profiles of users who stay away for longer.""");

    private static final Setting<Duration> DEAD_LETTERS = retention("topics.retention.dead.letters.ms", 14, """
            How long rejected events are kept. Raise it when your analysis of rejected events takes longer.""");

    private static final Setting<Duration> OUTCOMES = retention("topics.retention.outcomes.ms", 400, """
            How long the counts of what lists achieved are kept; it applies when feedback.enabled counts them. Raise it
            to compare with years before.""");

    private TopicConfig() {}

    private static Setting<Duration> retention(String key, int days, String text) {
        return RETENTION.duration(key, Duration.ofDays(days), Limit.either(-1, "forever", 60_000), text);
    }

    static TopicSettings of(Values values) {
        return new TopicSettings(
                values.get(PARTITIONS),
                values.get(REPLICATION).shortValue(),
                values.get(EVENTS).toMillis(),
                values.get(REROUTED).toMillis(),
                values.get(AFFINITIES).toMillis(),
                values.get(RECOMMENDATIONS).toMillis(),
                values.get(USER_PROFILES).toMillis(),
                values.get(DEAD_LETTERS).toMillis(),
                values.get(EventConfig.DEAD_LETTER_MAX_BYTES),
                values.get(FeedbackConfig.ENABLED)
                        ? OptionalLong.of(values.get(OUTCOMES).toMillis())
                        : OptionalLong.empty(),
                values.get(LearningConfig.ENABLED));
    }
}
