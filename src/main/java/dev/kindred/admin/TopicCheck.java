package dev.kindred.admin;

import dev.kindred.topology.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/** Compares topics with their plan, for differences that would break the stream or lose data. */
final class TopicCheck {

    private final Topics topics;

    TopicCheck(Topics topics) {
        this.topics = topics;
    }

    /** One sentence for every difference, with its remedy. */
    List<String> differences(List<NewTopic> plan, Map<String, TopicState> actual) {
        List<String> differences = new ArrayList<>();
        for (NewTopic planned : plan) {
            TopicState state = actual.get(planned.name());
            if (state != null) {
                checkCleanup(planned, state, differences);
                checkRecordSize(planned, state, differences);
            }
        }
        checkPartitions(actual, differences);
        return differences;
    }

    private static void checkCleanup(NewTopic planned, TopicState state, List<String> differences) {
        String wanted = planned.configs().getOrDefault(TopicConfig.CLEANUP_POLICY_CONFIG, "");
        String found = state.config(TopicConfig.CLEANUP_POLICY_CONFIG);
        if (!policies(wanted).equals(policies(found))) {
            differences.add("topic %s has cleanup.policy %s and needs %s: change it with kafka-configs.sh --alter"
                    .formatted(state.name(), found, wanted));
        }
    }

    private static Set<String> policies(String list) {
        return Set.copyOf(List.of(list.replace(" ", "").split(",", -1)));
    }

    private static void checkRecordSize(NewTopic planned, TopicState state, List<String> differences) {
        String wanted = planned.configs().getOrDefault(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, "");
        String found = state.config(TopicConfig.MAX_MESSAGE_BYTES_CONFIG);
        if (!wanted.isEmpty() && !found.isEmpty() && Long.parseLong(found) < Long.parseLong(wanted)) {
            differences.add("topic %s has max.message.bytes %s and needs %s: raise it or lower dead.letter.max.bytes"
                    .formatted(state.name(), found, wanted));
        }
    }

    private void checkPartitions(Map<String, TopicState> actual, List<String> differences) {
        for (String between : List.of(topics.control(), topics.merges())) {
            checkPartitions(between, "let it be empty, delete it and create it again", actual, differences);
        }
        checkPartitions(topics.users(), "delete it, create it again and send it anew", actual, differences);
    }

    private void checkPartitions(
            String follower, String cure, Map<String, TopicState> actual, List<String> differences) {
        TopicState events = actual.get(topics.events());
        TopicState state = actual.get(follower);
        if (events != null && state != null && events.partitions() != state.partitions()) {
            differences.add("topic %s has %d partitions and needs the %d of %s: stop Kindred, %s"
                    .formatted(state.name(), state.partitions(), events.partitions(), events.name(), cure));
        }
    }
}
