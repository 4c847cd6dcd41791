package dev.kindred.query;

import dev.kindred.model.ErasureReceipt;
import dev.kindred.model.UserAttributes;
import dev.kindred.state.AttributesReader;
import dev.kindred.state.Erasures;
import dev.kindred.state.VectorReader;
import dev.kindred.state.VectorScan;
import dev.kindred.topology.Placement;
import dev.kindred.topology.Stores;
import dev.kindred.vector.UserVector;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * Reads vectors from the store of a running stream by interactive queries: vectors of the users that this instance owns
 * and, on request, standby copies, which may lag behind.
 *
 * @param streams the stream, which may not have started yet
 * @param receipts safe for many threads
 * @param isSuspect whether other instances may have taken the partitions without this one's knowledge
 * @param readsCopies whether vectors that are standby copies or are being restored are read, too
 */
public record StoredVectors(
        KafkaStreams streams,
        Placement placement,
        VectorReader reader,
        AttributesReader attributes,
        Deserializer<ErasureReceipt> receipts,
        BooleanSupplier isSuspect,
        boolean readsCopies)
        implements Vectors {

    private static final String VECTOR_STORE = "the store of vectors";

    /**
     * The vectors that this instance owns. The stream may not have started yet.
     *
     * @param isSuspect whether other instances may have taken the partitions without this one's knowledge
     */
    public static StoredVectors ofOwner(
            KafkaStreams streams,
            Placement placement,
            VectorReader reader,
            AttributesReader attributes,
            Deserializer<ErasureReceipt> receipts,
            BooleanSupplier isSuspect) {
        return new StoredVectors(streams, placement, reader, attributes, receipts, isSuspect, false);
    }

    /** The same with vectors that are standby copies or are being restored. */
    public StoredVectors withCopies() {
        return new StoredVectors(streams, placement, reader, attributes, receipts, isSuspect, true);
    }

    @Override
    public UserVector of(String userId) {
        return find(userId).orElseThrow(this::unknown);
    }

    /** A copy without the user may lag behind. */
    private QueryException unknown() {
        return readsCopies ? new QueryException.NotReady(VECTOR_STORE) : new QueryException.UnknownUser();
    }

    private Optional<UserVector> find(String userId) {
        return query(Stores.USER_VECTORS, userId, store -> reader.find(store, userId));
    }

    @Override
    public Optional<UserAttributes> attributesOf(String userId) {
        return query(Stores.USER_ATTRIBUTES, userId, store -> attributes.find(store, userId));
    }

    @Override
    public Optional<ErasureReceipt> receipt(int partition, String requestId) {
        return query(Stores.ERASURES, partition, store -> Erasures.receipt(store, requestId, receipts));
    }

    private <T> Optional<T> query(
            String store, String userId, Function<ReadOnlyKeyValueStore<Bytes, byte[]>, Optional<T>> read) {
        return query(store, placement.partitionOf(userId), read);
    }

    private <T> Optional<T> query(
            String store, int partition, Function<ReadOnlyKeyValueStore<Bytes, byte[]>, Optional<T>> read) {
        try {
            return read.apply(store(store, partition));
        } catch (InvalidStateStoreException e) { // also when it is closed while it is read
            throw new QueryException.NotReady(VECTOR_STORE, e);
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
            throw new QueryException.NotReady(VECTOR_STORE, e);
        }
    }

    private ReadOnlyKeyValueStore<Bytes, byte[]> store(String name, int partition) {
        if (!readsCopies && isSuspect.getAsBoolean()) {
            throw new QueryException.NotReady(VECTOR_STORE);
        }
        var query = StoreQueryParameters.fromNameAndType(name, QueryableStoreTypes.<Bytes, byte[]>keyValueStore());
        var ofPartition = query.withPartition(partition);
        try {
            return streams.store(readsCopies ? ofPartition.enableStaleStores() : ofPartition);
        } catch (IllegalStateException e) { // the stream has stopped or is stopping
            throw new QueryException.NotReady(VECTOR_STORE, e);
        }
    }
}
