package dev.kindred.state;

import java.util.Map;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * A part of the model as a global store of Kafka Streams: in memory, restored from its topic at every start. The data
 * lives elsewhere, and a {@link ModelUpdater} fills it; this store only ties it to the lifecycle of the stream.
 */
public final class ModelStore implements StateStore {

    private final String name;
    private volatile boolean open;

    private ModelStore(String name) {
        this.name = name;
    }

    /** A builder for the topology. */
    public static StoreBuilder<ModelStore> builder(String name) {
        return new Builder(name);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        context.register(root, (key, value) -> {
            throw new IllegalStateException(name + " is restored by its processor");
        });
        open = true;
    }

    @Override
    public void close() {
        open = false;
    }

    @Override
    public boolean persistent() {
        return false;
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    private record Builder(String name) implements StoreBuilder<ModelStore> {

        @Override
        public ModelStore build() {
            return new ModelStore(name);
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
            throw new UnsupportedOperationException("the log of " + name + " is its source topic");
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
