package dev.kindred.query;

import dev.kindred.state.VectorReader;
import dev.kindred.topology.Placement;
import dev.kindred.topology.Stores;
import dev.kindred.vector.UserVector;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** The vectors in the store of a running stream, by its interactive queries. */
public final class StoredVectors implements Vectors {

    private static final String WHAT = "the store of vectors";

    private final KafkaStreams streams;
    private final Placement placement;
    private final VectorReader reader;

    /** The vectors of a stream that may not have started yet. */
    public StoredVectors(KafkaStreams streams, Placement placement, VectorReader reader) {
        this.streams = streams;
        this.placement = placement;
        this.reader = reader;
    }

    @Override
    public UserVector of(String userId) {
        return find(userId).orElseThrow(UnknownUserException::new);
    }

    private Optional<UserVector> find(String userId) {
        try {
            return reader.find(store(placement.partitionOf(userId)), userId);
        } catch (InvalidStateStoreException e) { // also when it is closed while it is read
            throw new NotReadyException(WHAT, e);
        }
    }

    private ReadOnlyKeyValueStore<Bytes, byte[]> store(int partition) {
        var query = StoreQueryParameters.fromNameAndType(
                Stores.USER_VECTORS, QueryableStoreTypes.<Bytes, byte[]>keyValueStore());
        try {
            return streams.store(query.withPartition(partition));
        } catch (IllegalStateException e) { // the stream has ended, or is about to
            throw new NotReadyException(WHAT, e);
        }
    }
}
