package dev.kindred.query;

import dev.kindred.recommend.LearnedList;
import dev.kindred.recommend.ShopModel;
import dev.kindred.topology.Topics;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;

/**
 * Reports the status of a stream, started or not, of its matrix and its catalog. Sends no request to the broker.
 *
 * @param lag of the matrix: committed cells that it has not read yet; empty as long as it has read none
 * @param restoring the stores that are being read back
 * @param learned what lists have learned
 * @param obstacle why questions cannot be answered, if so
 * @param health what the instance observes beside the stream
 */
public record StreamStatus(
        KafkaStreams streams,
        Topics topics,
        ShopModel model,
        Supplier<OptionalLong> lag,
        Supplier<List<Status.Restoring>> restoring,
        Supplier<List<LearnedList>> learned,
        Supplier<Optional<String>> obstacle,
        Supplier<Health> health)
        implements Supplier<Status> {

    @Override
    public Status get() {
        return new Status(
                streams.state().name(),
                obstacle.get(),
                partitions(streams, topics),
                new Status.Matrix(
                        model.matrix().users(),
                        model.matrix().cells(),
                        model.dictionary().size(),
                        lag.get()),
                model.catalog().size(),
                restoring.get(),
                learned.get(),
                health.get());
    }

    /** The partitions of the events that this instance processes, ascending. */
    public static List<Integer> partitions(KafkaStreams streams, Topics topics) {
        if (!streams.state().isRunningOrRebalancing()) {
            return List.of();
        }
        return streams.metadataForLocalThreads().stream()
                .flatMap(thread -> thread.activeTasks().stream())
                .flatMap(task -> task.topicPartitions().stream())
                .filter(partition -> partition.topic().equals(topics.events()))
                .map(TopicPartition::partition)
                .sorted()
                .toList();
    }
}
