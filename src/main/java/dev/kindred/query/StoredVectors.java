package dev.kindred.query;

import dev.kindred.model.UserAttributes;
import dev.kindred.state.AttributesReader;
import dev.kindred.state.VectorReader;
import dev.kindred.state.VectorScan;
import dev.kindred.topology.Placement;
import dev.kindred.topology.Stores;
import dev.kindred.vector.UserVector;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * The vectors in the store of a running stream, by its interactive queries: those of the users whom this instance owns,
 * or also those that it keeps a copy of for others, which may lag behind.
 */
public final class StoredVectors implements Vectors {

    private static final String WHAT = "the store of vectors";

    private final KafkaStreams streams;
    private final Placement placement;
    private final VectorReader reader;
    private final AttributesReader attributes;
    private final boolean withCopies;

    private StoredVectors(
            KafkaStreams streams,
            Placement placement,
            VectorReader reader,
            AttributesReader attributes,
            boolean withCopies) {
        this.streams = streams;
        this.placement = placement;
        this.reader = reader;
        this.attributes = attributes;
        this.withCopies = withCopies;
    }

    /** The vectors that a stream keeps up to date; it may not have started yet. */
    public static StoredVectors ofOwner(
            KafkaStreams streams, Placement placement, VectorReader reader, AttributesReader attributes) {
        return new StoredVectors(streams, placement, reader, attributes, false);
    }

    /** The same, and those that are standby copies or are being restored. */
    public StoredVectors withCopies() {
        return new StoredVectors(streams, placement, reader, attributes, true);
    }

    @Override
    public UserVector of(String userId) {
        return find(userId).orElseThrow(this::unknown);
    }

    /** A copy that does not have a user may just not have got so far. */
    private QueryException unknown() {
        return withCopies ? new QueryException.NotReady(WHAT) : new QueryException.UnknownUser();
    }

    private Optional<UserVector> find(String userId) {
        return ask(Stores.USER_VECTORS, userId, store -> reader.find(store, userId));
    }

    @Override
    public Optional<UserAttributes> attributesOf(String userId) {
        return ask(Stores.USER_ATTRIBUTES, userId, store -> attributes.find(store, userId));
    }

    private <T> Optional<T> ask(
            String store, String userId, Function<ReadOnlyKeyValueStore<Bytes, byte[]>, Optional<T>> question) {
        try {
            return question.apply(store(store, placement.partitionOf(userId)));
        } catch (InvalidStateStoreException e) { // also when it is closed while it is read
            throw new QueryException.NotReady(WHAT, e);
        }
    }

    @Override
    public int partitions() {
        return placement.partitions();
    }

    @Override
    public <R> R scan(int partition, String userId, Function<PartitionScan, R> use) {
        try {
            ReadOnlyKeyValueStore<Bytes, byte[]> store = store(Stores.USER_VECTORS, partition);
            try (VectorScan vectors = reader.scanAfter(store, userId)) {
                return use.apply(new PartitionScan(vectors, store.approximateNumEntries()));
            }
        } catch (InvalidStateStoreException e) { // also when it is closed while it is read
            throw new QueryException.NotReady(WHAT, e);
        }
    }

    private ReadOnlyKeyValueStore<Bytes, byte[]> store(String name, int partition) {
        var query = StoreQueryParameters.fromNameAndType(name, QueryableStoreTypes.<Bytes, byte[]>keyValueStore());
        var ofPartition = query.withPartition(partition);
        try {
            return streams.store(withCopies ? ofPartition.enableStaleStores() : ofPartition);
        } catch (IllegalStateException e) { // the stream has ended, or is about to
            throw new QueryException.NotReady(WHAT, e);
        }
    }
}
