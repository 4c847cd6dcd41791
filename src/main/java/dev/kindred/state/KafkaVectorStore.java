package dev.kindred.state;

import dev.kindred.model.CellKey;
import dev.kindred.model.ItemDictionary;
import dev.kindred.vector.UserVector;
import dev.kindred.vector.VectorChange;
import dev.kindred.vector.VectorSettings;
import dev.kindred.vector.VectorStore;
import org.apache.kafka.common.serialization.BytesSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Vectors in a key-value store of Kafka Streams: the header under {@code user 0x00}, each cell under the bytes of its
 * {@link CellKey}. So one prefix scan reads a vector, header first, and one event writes two small values.
 */
public final class KafkaVectorStore implements VectorStore {

    private final KeyValueStore<Bytes, byte[]> store;
    private final VectorSettings settings;
    private final ItemDictionary dictionary;

    /** Vectors in this store. */
    public KafkaVectorStore(KeyValueStore<Bytes, byte[]> store, VectorSettings settings, ItemDictionary dictionary) {
        this.store = store;
        this.settings = settings;
        this.dictionary = dictionary;
    }

    @Override
    public UserVector load(String userId) {
        Bytes headerKey = Bytes.wrap(CellKey.prefixOf(userId));
        byte[] header = store.get(headerKey); // asked first: for a new user, a scan would cost more
        if (header == null) {
            return new UserVector(settings, dictionary);
        }
        UserVector vector = new UserVector(settings, dictionary, VectorCodec.decodeHeader(header));
        try (KeyValueIterator<Bytes, byte[]> entries = store.prefixScan(headerKey, new BytesSerializer())) {
            entries.next(); // the header
            while (entries.hasNext()) {
                KeyValue<Bytes, byte[]> entry = entries.next();
                String itemId = CellKey.fromBytes(entry.key.get()).itemId();
                vector.restore(itemId, VectorCodec.decodeCell(entry.value));
            }
            return vector;
        }
    }

    @Override
    public void save(String userId, UserVector vector, VectorChange change) {
        int touched = vector.indexOf(change.item());
        if (touched >= 0) {
            store.put(cellKey(userId, change.item()), VectorCodec.encode(vector.cell(touched)));
        }
        if (change.hasEvicted()) {
            store.delete(cellKey(userId, change.evictedItem()));
        }
        // last, because it remembers the event: a crash in between must not make a repeat of what is not stored
        store.put(Bytes.wrap(CellKey.prefixOf(userId)), VectorCodec.encode(vector.header()));
    }

    private Bytes cellKey(String userId, int item) {
        return Bytes.wrap(new CellKey(userId, dictionary.idOf(item)).toBytes());
    }
}
