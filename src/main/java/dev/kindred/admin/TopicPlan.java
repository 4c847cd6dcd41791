package dev.kindred.admin;

import dev.kindred.topology.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/**
 * The planned settings of every topic.
 *
 * <p>The timestamps of events and merges are those of arrival at the broker. The time of an event is a field of the
 * event; if the record had it too, the broker would delete a replayed log of last year before the stream reads it.
 * Results of an event keep the timestamp of its record, so that a consumer can compute the latency.
 */
final class TopicPlan {

    private static final String DELETE = TopicConfig.CLEANUP_POLICY_DELETE;
    private static final String COMPACT = TopicConfig.CLEANUP_POLICY_COMPACT;
    private static final String COMPACT_AND_DELETE = COMPACT + "," + DELETE;
    private static final long FOR_EVER = -1;

    private final Topics topics;
    private final TopicSettings settings;

    TopicPlan(Topics topics, TopicSettings settings) {
        this.topics = topics;
        this.settings = settings;
    }

    /**
     * @param eventsPartitions partitions of the topic of events if it exists; the other topics that tasks read have
     *     as many
     */
    List<NewTopic> topics(Optional<Integer> eventsPartitions) {
        int partitions = eventsPartitions.orElse(settings.partitions());
        List<NewTopic> all = new ArrayList<>(List.of(
                arriving(topics.events(), settings.partitions()),
                between(topics.control(), partitions),
                arriving(topics.merges(), partitions),
                arriving(topics.erasures(), partitions),
                topic(topics.erasureReceipts(), partitions).configs(configs(DELETE, FOR_EVER, Map.of())),
                topic(topics.affinities(), COMPACT_AND_DELETE, settings.affinitiesRetentionMs()),
                topic(topics.items(), COMPACT, FOR_EVER),
                topic(topics.users(), eventsPartitions.orElse(settings.partitions()))
                        .configs(configs(COMPACT, FOR_EVER, Map.of())),
                topic(topics.recommendations(), COMPACT_AND_DELETE, settings.recommendationsRetentionMs()),
                topic(topics.userProfiles(), COMPACT_AND_DELETE, settings.userProfilesRetentionMs()),
                topic(topics.similarItems(), COMPACT_AND_DELETE, FOR_EVER), // without delete a reset could not empty it
                deadLetters()));
        settings.outcomesRetentionMs()
                .ifPresent(retentionMs -> all.add(topic(topics.outcomes(), COMPACT_AND_DELETE, retentionMs)));
        if (settings.learning()) {
            all.add(topic(topics.rankerStatistics(), COMPACT_AND_DELETE, FOR_EVER));
        }
        return all;
    }

    private NewTopic arriving(String name, int partitions) {
        Map<String, String> arrival = Map.of(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime");
        return topic(name, partitions).configs(configs(DELETE, settings.eventsRetentionMs(), arrival));
    }

    private NewTopic between(String name, int partitions) {
        return topic(name, partitions).configs(configs(DELETE, settings.reroutedRetentionMs(), Map.of()));
    }

    private NewTopic deadLetters() {
        Map<String, String> size =
                Map.of(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, String.valueOf(settings.deadLetterRecordBytes()));
        return topic(topics.deadLetters(), settings.partitions())
                .configs(configs(DELETE, settings.deadLettersRetentionMs(), size));
    }

    private NewTopic topic(String name, String cleanup, long retentionMs) {
        return topic(name, settings.partitions()).configs(configs(cleanup, retentionMs, Map.of()));
    }

    private NewTopic topic(String name, int partitions) {
        Optional<Short> replication =
                settings.replicationFactor() < 0 ? Optional.empty() : Optional.of(settings.replicationFactor());
        return new NewTopic(name, Optional.of(partitions), replication);
    }

    private static Map<String, String> configs(String cleanup, long retentionMs, Map<String, String> more) {
        Map<String, String> configs = new TreeMap<>(more);
        configs.put(TopicConfig.CLEANUP_POLICY_CONFIG, cleanup);
        configs.put(TopicConfig.RETENTION_MS_CONFIG, String.valueOf(retentionMs));
        return configs;
    }
}
