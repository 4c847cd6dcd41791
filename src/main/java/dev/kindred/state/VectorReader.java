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
 * Reads the vectors that {@link KafkaVectorStore} writes, and changes nothing, so that any thread may ask while the
 * owner of the store goes on writing.
 *
 * <p>A scan sees the store as of one moment. It may fall between the two writes of an event: the header then knows of the
 * event, and where there is a journal the cell is taken from it.
 */
public final class VectorReader {

    private final VectorSettings settings;
    private final ItemDictionary dictionary;

    /** A reader of vectors that were made with these settings. */
    public VectorReader(VectorSettings settings, ItemDictionary dictionary) {
        this.settings = settings;
        this.dictionary = dictionary;
    }

    /** The vector of a user; empty if the store has none. The caller owns it. */
    public Optional<UserVector> find(ReadOnlyKeyValueStore<Bytes, byte[]> store, String userId) {
        Bytes headerKey = Bytes.wrap(CellKey.prefixOf(userId));
        boolean known = store.get(headerKey) != null; // asked first: for an unknown user, a scan would cost more
        return known ? scan(store, headerKey) : Optional.empty();
    }

    /**
     * All vectors of a store, in the order of the bytes of their users' ids, as of one moment.
     *
     * @param userId the scan begins behind this user, who need not be there; empty to begin with the first
     * @return to be closed by the caller
     */
    public VectorScan scanBehind(ReadOnlyKeyValueStore<Bytes, byte[]> store, String userId) {
        byte[] behind = CellKey.prefixOf(userId);
        behind[behind.length - 1]++; // above all that begins with the prefix, and below all other ids
        return new VectorScan(store.range(Bytes.wrap(behind), null), this::read);
    }

    Optional<UserVector> scan(ReadOnlyKeyValueStore<Bytes, byte[]> store, Bytes headerKey) {
        try (KeyValueIterator<Bytes, byte[]> entries = store.prefixScan(headerKey, new BytesSerializer())) {
            return entries.hasNext() ? Optional.of(read(entries.next().value, entries)) : Optional.empty();
        }
    }

    private UserVector read(byte[] header, Iterator<KeyValue<Bytes, byte[]>> cells) {
        UserVector vector = new UserVector(settings, dictionary, VectorCodec.decodeHeader(header));
        Optional<Journal> journal = VectorCodec.decodeJournal(header);
        while (cells.hasNext()) {
            KeyValue<Bytes, byte[]> entry = cells.next();
            String itemId = CellKey.fromBytes(entry.key.get()).itemId();
            if (journal.filter(written -> written.decides(itemId)).isEmpty()) {
                vector.restore(itemId, VectorCodec.decodeCell(entry.value));
            }
        }
        journal.ifPresent(written -> written.cells()
                .forEach((item, cell) ->
                        cell.ifPresent(encoded -> vector.restore(item, VectorCodec.decodeCell(encoded)))));
        return vector;
    }
}
