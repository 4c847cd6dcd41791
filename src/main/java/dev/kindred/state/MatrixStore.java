package dev.kindred.state;

import dev.kindred.matrix.InteractionMatrix;
import java.util.Map;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * The interaction matrix as a global store of Kafka Streams: in memory, read again from its topic at every start. It
 * only gives the matrix a place in the life of the stream; {@link MatrixUpdater} fills it.
 */
public final class MatrixStore implements StateStore {

    private final String name;
    private final InteractionMatrix matrix;
    private volatile boolean open;

    private MatrixStore(String name, InteractionMatrix matrix) {
        this.name = name;
        this.matrix = matrix;
    }

    /** A builder for the topology, of a store around this matrix. */
    public static StoreBuilder<MatrixStore> builder(String name, InteractionMatrix matrix) {
        return new Builder(name, matrix);
    }

    /** The matrix; safe to read from any thread. */
    public InteractionMatrix matrix() {
        return matrix;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        context.register(root, (key, value) -> {
            throw new IllegalStateException("the matrix is restored by its processor");
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

    private record Builder(String name, InteractionMatrix matrix) implements StoreBuilder<MatrixStore> {

        @Override
        public MatrixStore build() {
            return new MatrixStore(name, matrix);
        }

        @Override
        public StoreBuilder<MatrixStore> withCachingEnabled() {
            return this;
        }

        @Override
        public StoreBuilder<MatrixStore> withCachingDisabled() {
            return this;
        }

        @Override
        public StoreBuilder<MatrixStore> withLoggingEnabled(Map<String, String> config) {
            throw new UnsupportedOperationException("the matrix's log is its source topic");
        }

        @Override
        public StoreBuilder<MatrixStore> withLoggingDisabled() {
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
