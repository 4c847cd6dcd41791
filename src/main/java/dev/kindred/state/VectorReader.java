package dev.kindred.state;

import dev.kindred.model.CellKey;
import dev.kindred.model.ItemDictionary;
import dev.kindred.vector.UserVector;
import dev.kindred.vector.VectorSettings;
import java.util.Iterator;
import java.util.Optional;
import org.apache.kafka.common.serialization.BytesSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * Reads the vectors that {@link KafkaVectorStore} writes. It writes nothing, so any thread may use it while the owner
 * of the store writes.
 *
 * <p>A scan reads a snapshot of the store. The snapshot may lie between the two writes of an event: the header then has
 * the event, and the cell comes from the journal, if there is one.
 */
public record VectorReader(VectorSettings settings, ItemDictionary dictionary) {

    /** The vector of a user; empty if the store has none. The caller owns it. */
    public Optional<UserVector> find(ReadOnlyKeyValueStore<Bytes, byte[]> store, String userId) {
        return scan(store, Bytes.wrap(CellKey.prefixOf(userId)));
    }

    /**
     * All vectors of a snapshot of the store, in the byte order of user ids.
     *
     * @param userId the scan begins after this id, which need not exist; empty to begin with the first user
     * @return a scan that the caller must close
     */
    public VectorScan scanAfter(ReadOnlyKeyValueStore<Bytes, byte[]> store, String userId) {
        byte[] start = CellKey.prefixOf(userId);
        start[start.length - 1]++; // above all keys with the prefix, and below all later ids
        return new VectorScan(store.range(Bytes.wrap(start), null), this::read);
    }

    Optional<UserVector> scan(ReadOnlyKeyValueStore<Bytes, byte[]> store, Bytes headerKey) {
        try (KeyValueIterator<Bytes, byte[]> entries = store.prefixScan(headerKey, new BytesSerializer())) {
            boolean isKnown = entries.hasNext() && entries.peekNextKey().equals(headerKey);
            return isKnown ? Optional.of(read(entries.next().value, entries)) : Optional.empty();
        }
    }

    private UserVector read(byte[] header, Iterator<KeyValue<Bytes, byte[]>> cells) {
        UserVector vector = new UserVector(settings, dictionary, VectorCodec.decodeHeader(header));
        Optional<Journal> journal = VectorCodec.decodeJournal(header);
        while (cells.hasNext()) {
            KeyValue<Bytes, byte[]> entry = cells.next();
            String itemId = CellKey.fromBytes(entry.key.get()).itemId();
            if (journal.filter(written -> written.covers(itemId)).isEmpty()) {
                vector.restore(itemId, VectorCodec.decodeCell(entry.value));
            }
        }
        journal.ifPresent(written -> written.cells()
                .forEach((item, cell) ->
                        cell.ifPresent(encoded -> vector.restore(item, VectorCodec.decodeCell(encoded)))));
        return vector;
    }
}
