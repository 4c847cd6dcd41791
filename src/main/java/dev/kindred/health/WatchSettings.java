package dev.kindred.health;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyDescription;

/**
 * The cluster, group and topics that an instance observes.
 *
 * @param client how to reach the cluster, with {@code bootstrap.servers}
 * @param servers the brokers, for the log
 * @param application the group whose offsets count
 * @param events the topic of the events
 * @param inputs all topics that the stations read, with the events
 * @param partitions the number of partitions of each input
 * @param toleratedPause the longest pause of the process after which the brokers still count it as a member
 */
public record WatchSettings(
        Map<String, Object> client,
        String servers,
        String application,
        String events,
        Set<String> inputs,
        int partitions,
        Duration toleratedPause) {

    public WatchSettings {
        client = Map.copyOf(client);
        inputs = Set.copyOf(inputs);
    }

    /** The topics that the tasks of a topology read; the topics of global stores are not among them. */
    public static Set<String> inputsOf(Topology topology) {
        return topology.describe().subtopologies().stream()
                .flatMap(part -> part.nodes().stream())
                .filter(TopologyDescription.Source.class::isInstance)
                .flatMap(source -> ((TopologyDescription.Source) source).topicSet().stream())
                .collect(Collectors.toSet());
    }

    /** The partitions of all inputs, ordered. */
    List<TopicPartition> inputPartitions() {
        return inputs.stream()
                .sorted()
                .flatMap(topic ->
                        IntStream.range(0, partitions).mapToObj(partition -> new TopicPartition(topic, partition)))
                .toList();
    }
}
