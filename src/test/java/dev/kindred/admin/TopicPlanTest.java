package dev.kindred.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.topology.Topics;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

final class TopicPlanTest {

    private final TopicPlan plan = new TopicPlan(
            new Topics("shoes-"),
            new TopicSettings(8, (short) -1, 1, 2, 3, 4, 5, 6, 1000, OptionalLong.empty(), false));

    @Test
    void givesEveryTopicItsCleanupAndRetention() {
        var topics = byName(Optional.empty());

        assertThat(topics.values())
                .extracting(topic -> topic.name() + " " + topic.numPartitions() + " " + config(topic, "cleanup.policy")
                        + " " + config(topic, "retention.ms"))
                .containsExactlyInAnyOrder(
                        "shoes-events 8 delete 1",
                        "shoes-control 8 delete 2",
                        "shoes-merges 8 delete 1",
                        "shoes-erasures 8 delete 1",
                        "shoes-erasure-receipts 8 delete -1",
                        "shoes-affinities 8 compact,delete 3",
                        "shoes-items 8 compact -1",
                        "shoes-users 8 compact -1",
                        "shoes-recommendations 8 compact,delete 4",
                        "shoes-user-profiles 8 compact,delete 5",
                        "shoes-similar-items 8 compact,delete -1",
                        "shoes-dead-letters 8 delete 6");
    }

    @Test
    void hasTheTopicsOfFeedbackAndLearningWhereTheyAreOn() {
        TopicPlan more = new TopicPlan(
                new Topics(""), new TopicSettings(8, (short) -1, 1, 2, 3, 4, 5, 6, 1000, OptionalLong.of(7), true));

        assertThat(more.topics(Optional.empty()))
                .extracting(topic ->
                        topic.name() + " " + config(topic, "cleanup.policy") + " " + config(topic, "retention.ms"))
                .contains("outcomes compact,delete 7", "ranker-statistics compact,delete -1");
    }

    @Test
    void countsRetentionFromArrival() {
        var topics = byName(Optional.empty());

        assertThat(topics.values())
                .filteredOn(topic -> config(topic, "message.timestamp.type").equals("LogAppendTime"))
                .extracting(NewTopic::name)
                .containsExactlyInAnyOrder("shoes-events", "shoes-merges", "shoes-erasures");
    }

    @Test
    void leavesRoomForTheHeadersOfADeadLetter() {
        var topics = byName(Optional.empty());

        // 1000 bytes of the original and 64 KiB
        assertThat(topics.get("shoes-dead-letters"))
                .satisfies(
                        topic -> assertThat(config(topic, "max.message.bytes")).isEqualTo("66536"));
    }

    @Test
    void givesAsManyPartitionsAsEventsHaveToAllThatTasksRead() {
        var topics = byName(Optional.of(3));

        assertThat(topics.values())
                .filteredOn(topic -> topic.numPartitions() == 3)
                .extracting(NewTopic::name)
                .containsExactlyInAnyOrder(
                        "shoes-control", "shoes-merges", "shoes-erasures", "shoes-erasure-receipts", "shoes-users");
    }

    private Map<String, NewTopic> byName(Optional<Integer> eventsPartitions) {
        return plan.topics(eventsPartitions).stream().collect(Collectors.toMap(NewTopic::name, Function.identity()));
    }

    private static String config(NewTopic topic, String key) {
        return topic.configs().getOrDefault(key, "");
    }
}
