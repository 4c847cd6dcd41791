package dev.kindred.query;

import dev.kindred.model.ErasureNotes;
import dev.kindred.model.ErasureReceipt;
import dev.kindred.model.UserAttributes;
import dev.kindred.recommend.Fatigue;
import dev.kindred.state.Erasures;
import dev.kindred.state.VectorScan;
import dev.kindred.topology.Placement;
import dev.kindred.topology.Stores;
import dev.kindred.vector.UserVector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.IntPredicate;
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
 * @param isSuspect whether other instances may have taken the partitions without this one's knowledge
 * @param keeps whether this instance goes on processing a partition amid a rebalance
 * @param readsCopies whether vectors that are standby copies or are being restored are read, too
 */
public record StoredVectors(
        KafkaStreams streams,
        Placement placement,
        StoreReaders readers,
        BooleanSupplier isSuspect,
        IntPredicate keeps,
        boolean readsCopies)
        implements Vectors {

    private static final String VECTOR_STORE = "the store of vectors";

    /**
     * The vectors that this instance owns. The stream may not have started yet.
     *
     * @param isSuspect whether other instances may have taken the partitions without this one's knowledge
     * @param keeps whether this instance goes on processing a partition amid a rebalance
     */
    public static StoredVectors ofOwner(
            KafkaStreams streams,
            Placement placement,
            StoreReaders readers,
            BooleanSupplier isSuspect,
            IntPredicate keeps) {
        return new StoredVectors(streams, placement, readers, isSuspect, keeps, false);
    }

    /** The same with vectors that are standby copies or are being restored. */
    public StoredVectors withCopies() {
        return new StoredVectors(streams, placement, readers, isSuspect, keeps, true);
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
        return query(Stores.USER_VECTORS, userId, store -> readers.vectors().find(store, userId));
    }

    @Override
    public Optional<UserAttributes> attributesOf(String userId) {
        return query(
                Stores.USER_ATTRIBUTES, userId, store -> readers.attributes().find(store, userId));
    }

    @Override
    public Fatigue fatigueOf(String userId, UserVector vector) {
        return readers.fatigue().isOn()
                ? read(
                        Stores.USER_FEEDBACK,
                        placement.partitionOf(userId),
                        store -> readers.fatigue().find(store, userId, vector))
                : Fatigue.NONE;
    }

    @Override
    public Optional<ErasureReceipt> receipt(int partition, String requestId) {
        return read(Stores.ERASURES, partition, store -> Erasures.receipt(store, requestId, readers.receipts()));
    }

    @Override
    public UserRecords recordsOf(String userId) {
        List<String> stores = new ArrayList<>(List.of(Stores.USER_VECTORS, Stores.USER_ATTRIBUTES, Stores.ERASURES));
        readers.feedback().ifPresent(codec -> stores.add(Stores.USER_FEEDBACK));
        return new UserRecords(
                attributesOf(userId),
                readers.feedback()
                        .flatMap(codec -> query(Stores.USER_FEEDBACK, userId, store -> codec.find(store, userId))),
                query(Stores.ERASURES, userId, store -> Optional.of(readers.notes(store, userId)))
                        .orElse(ErasureNotes.NONE),
                stores);
    }

    private <T> Optional<T> query(
            String store, String userId, Function<ReadOnlyKeyValueStore<Bytes, byte[]>, Optional<T>> read) {
        return read(store, placement.partitionOf(userId), read);
    }

    /** A thread that waits for one of its partitions refuses all of them, also those that it goes on processing. */
    private <R> R read(String store, int partition, Function<ReadOnlyKeyValueStore<Bytes, byte[]>, R> use) {
        if (!readsCopies && isSuspect.getAsBoolean()) {
            throw new QueryException.NotReady(VECTOR_STORE);
        }
        try {
            return use.apply(store(store, partition, readsCopies));
        } catch (InvalidStateStoreException e) { // also when it is closed while it is read
            if (readsCopies || !keeps.test(partition)) {
                throw new QueryException.NotReady(VECTOR_STORE, e);
            }
        }
        try {
            return use.apply(store(store, partition, true));
        } catch (InvalidStateStoreException e) {
            throw new QueryException.NotReady(VECTOR_STORE, e);
        }
    }

    @Override
    public int partitions() {
        return placement.partitions();
    }

    @Override
    public <R> R scan(int partition, String userId, Function<PartitionScan, R> use) {
        return read(Stores.USER_VECTORS, partition, store -> {
            try (VectorScan vectors = readers.vectors().scanAfter(store, userId)) {
                return use.apply(new PartitionScan(vectors, store.approximateNumEntries()));
            }
        });
    }

    private ReadOnlyKeyValueStore<Bytes, byte[]> store(String name, int partition, boolean isAnyState) {
        var query = StoreQueryParameters.fromNameAndType(name, QueryableStoreTypes.<Bytes, byte[]>keyValueStore());
        var ofPartition = query.withPartition(partition);
        try {
            return streams.store(isAnyState ? ofPartition.enableStaleStores() : ofPartition);
        } catch (IllegalStateException e) { // the stream has stopped or is stopping
            throw new QueryException.NotReady(VECTOR_STORE, e);
        }
    }
}
