package dev.kindred.state;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A part of the model as a global store of Kafka Streams: in memory, filled from its topic at every start. The data
 * lives elsewhere, and a {@link ModelUpdater} fills it; this store ties it to the lifecycle of the stream.
 *
 * <p>Kafka Streams restores a global store partition by partition. So a {@link ModelRestore}, where there is one, reads
 * the topic while the store opens. The store then claims to be persistent and to have these records, and Kafka Streams
 * only reads the rest.
 */
public final class ModelStore implements StateStore {

    private final ModelSource<?, ?> source;
    private final Optional<ModelRestore> restore;
    private volatile Map<TopicPartition, Long> positions = Map.of(); // the next records to apply
    private volatile boolean open;

    private ModelStore(ModelSource<?, ?> source, Optional<ModelRestore> restore) {
        this.source = source;
        this.restore = restore;
    }

    /** A builder for the topology. */
    public static StoreBuilder<ModelStore> builder(ModelSource<?, ?> source, Optional<ModelRestore> restore) {
        return new Builder(source, restore);
    }

    @Override
    public String name() {
        return source.store();
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        restore.ifPresent(from -> positions = from.restore(source, context.appConfigs(), () -> positions));
        context.register(root, (key, value) -> {
            throw new IllegalStateException(name() + " is restored by its processor");
        });
        open = true;
    }

    @Override
    public void close() {
        source.snapshots().ifPresent(MatrixSnapshots::stop);
        open = false;
    }

    @Override
    public void commit(Map<TopicPartition, Long> changelogOffsets) {
        Map<TopicPartition, Long> next = new HashMap<>(changelogOffsets);
        next.values().removeIf(Objects::isNull);
        positions = next; // the thread that applies records calls this between two of them
    }

    @Override
    public @Nullable Long committedOffset(TopicPartition partition) {
        return positions.get(partition);
    }

    @Override
    @SuppressWarnings("deprecation") // Kafka Streams asks for it until it is removed
    public boolean managesOffsets() {
        return true;
    }

    @Override
    public boolean persistent() {
        return restore.isPresent();
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    private record Builder(ModelSource<?, ?> source, Optional<ModelRestore> restore)
            implements StoreBuilder<ModelStore> {

        @Override
        public String name() {
            return source.store();
        }

        @Override
        public ModelStore build() {
            return new ModelStore(source, restore);
        }

        @Override
        public StoreBuilder<ModelStore> withCachingEnabled() {
            return this;
        }

        @Override
        public StoreBuilder<ModelStore> withCachingDisabled() {
            return this;
        }

        @Override
        public StoreBuilder<ModelStore> withLoggingEnabled(Map<String, String> config) {
            throw new UnsupportedOperationException("the log of " + name() + " is its source topic");
        }

        @Override
        public StoreBuilder<ModelStore> withLoggingDisabled() {
            return this;
        }

        @Override
        public Map<String, String> logConfig() {
            return Map.of();
        }

        @Override
        public boolean loggingEnabled() {
            return false;
        }
    }
}
