package dev.kindred.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.topology.Topics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TopicCheckTest {

    private final Topics topics = new Topics("");

    @Test
    void findsNothingInTopicsAsPlanned() {
        var differences = differences(
                new TopicState("events", 4, Map.of("cleanup.policy", "delete")),
                new TopicState("control", 4, Map.of("cleanup.policy", "delete")),
                new TopicState("affinities", 1, Map.of("cleanup.policy", "delete,compact")));

        assertThat(differences).isEmpty();
    }

    @Test
    void namesTheCureOfAWrongCleanup() {
        var differences = differences(new TopicState("affinities", 8, Map.of("cleanup.policy", "delete")));

        assertThat(differences)
                .containsExactly("topic affinities has cleanup.policy delete and needs compact,delete:"
                        + " change it with kafka-configs.sh --alter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"control", "merges"})
    void namesTheCureOfDifferentPartitionCounts(String topic) {
        var differences = differences(
                new TopicState("events", 4, Map.of("cleanup.policy", "delete")),
                new TopicState(topic, 8, Map.of("cleanup.policy", "delete")));

        assertThat(differences)
                .containsExactly("topic " + topic + " has 8 partitions and needs the 4 of events:"
                        + " stop Kindred, let it be empty, delete it and create it again");
    }

    @Test
    void namesTheCureOfOtherPartitionsOfUsers() {
        var differences = differences(
                new TopicState("events", 4, Map.of("cleanup.policy", "delete")),
                new TopicState("users", 8, Map.of("cleanup.policy", "compact")));

        assertThat(differences)
                .containsExactly("topic users has 8 partitions and needs the 4 of events:"
                        + " stop Kindred, delete it, create it again and send it anew");
    }

    @Test
    void namesTheCureOfTooSmallDeadLetters() {
        var differences = differences(
                new TopicState("dead-letters", 8, Map.of("cleanup.policy", "delete", "max.message.bytes", "1048588")));

        assertThat(differences)
                .containsExactly("topic dead-letters has max.message.bytes 1048588 and needs 2162688:"
                        + " raise it or lower dead.letter.max.bytes");
    }

    private List<String> differences(TopicState... states) {
        var plan = new TopicPlan(
                topics, new TopicSettings(8, (short) -1, 1, 2, 3, 4, 5, 6, 2 << 20, OptionalLong.empty(), false));
        Map<String, TopicState> actual = new TreeMap<>();
        for (TopicState state : states) {
            actual.put(state.name(), state);
        }
        return new TopicCheck(topics).differences(plan.topics(Optional.empty()), actual);
    }
}
