package dev.kindred.query;

import dev.kindred.model.Pseudonyms;
import dev.kindred.topology.Placement;
import dev.kindred.topology.Stores;
import dev.kindred.topology.Topics;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyQueryMetadata;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.apache.kafka.streams.state.HostInfo;

/** The assignment of a running stream as of the last rebalance. Sends no request to the broker. */
public final class StreamDirectory implements Directory {

    private final KafkaStreams streams;
    private final HostInfo self;
    private final Placement placement;
    private final Pseudonyms users;
    private final Topics topics;
    private final StreamPartitioner<String, Object> partitioner;

    /**
     * The directory of a stream, which may not have started yet.
     *
     * @param self the {@code application.server} of this instance
     * @param users how the stream knows them
     */
    public StreamDirectory(
            KafkaStreams streams, HostAddress self, Placement placement, Topics topics, Pseudonyms users) {
        this.users = users;
        this.topics = topics;
        this.streams = streams;
        this.placement = placement;
        this.self = new HostInfo(self.host(), self.port());
        this.partitioner = (topic, userId, value, partitions) -> Optional.of(Set.of(partitionOf(userId)));
    }

    @Override
    public Home homeOf(String userId) {
        return home(userId, partitioner);
    }

    @Override
    public int partitionOf(String userId) {
        return placement.partitionOf(users.of(userId));
    }

    @Override
    public Home homeOfPartition(int partition) {
        return home("", only(partition));
    }

    private static StreamPartitioner<String, Object> only(int partition) {
        return (topic, key, value, partitions) -> Optional.of(Set.of(partition));
    }

    /** Processed when the threads last ran, and its own by the newest assignment: no other instance has had it since. */
    @Override
    public boolean keeps(int partition) {
        return StreamStatus.partitions(streams, topics).contains(partition)
                && find("", only(partition)).activeHost().equals(self);
    }

    private Home home(String userId, StreamPartitioner<String, Object> partitioner) {
        KeyQueryMetadata home = find(userId, partitioner);
        return home.equals(KeyQueryMetadata.NOT_AVAILABLE)
                ? Home.UNKNOWN
                : new Home(other(home.activeHost()), others(home.standbyHosts()));
    }

    private KeyQueryMetadata find(String userId, StreamPartitioner<String, Object> partitioner) {
        try {
            KeyQueryMetadata home = streams.queryMetadataForKey(Stores.USER_VECTORS, userId, partitioner);
            return home == null ? KeyQueryMetadata.NOT_AVAILABLE : home;
        } catch (IllegalStateException e) { // the stream has not started, or has stopped
            return KeyQueryMetadata.NOT_AVAILABLE;
        }
    }

    private Optional<HostAddress> other(HostInfo host) {
        boolean isOther = !host.equals(self) && !host.equals(HostInfo.unavailable());
        return isOther ? Optional.of(new HostAddress(host.host(), host.port())) : Optional.empty();
    }

    private List<HostAddress> others(Set<HostInfo> hosts) {
        return hosts.stream()
                .flatMap(host -> other(host).stream())
                .sorted(Comparator.comparing(HostAddress::toString))
                .toList();
    }
}
