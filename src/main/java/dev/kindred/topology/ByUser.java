package dev.kindred.topology;

import dev.kindred.model.Affinity;
import dev.kindred.model.CellKey;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.jspecify.annotations.Nullable;

/** Puts all cells of a user into one partition, so that they keep their order. */
final class ByUser implements StreamPartitioner<CellKey, @Nullable Affinity> {

    @Override
    public Optional<Set<Integer>> partitions(String topic, CellKey key, @Nullable Affinity value, int numPartitions) {
        return Optional.of(Set.of(new Placement(numPartitions).partitionOf(key.userId())));
    }
}
