package dev.kindred.state;

import dev.kindred.model.CellKey;
import dev.kindred.model.ItemDictionary;
import dev.kindred.vector.Header;
import dev.kindred.vector.UserVector;
import dev.kindred.vector.VectorSettings;
import dev.kindred.vector.VectorStore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.serialization.BytesSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Vectors in a key-value store of Kafka Streams: the header under {@code user 0x00}, each cell under the bytes of its
 * {@link CellKey}. One prefix scan therefore reads a vector, header first, and one event writes two small values.
 */
public final class KafkaVectorStore implements VectorStore {

    private final KeyValueStore<Bytes, byte[]> store;
    private final VectorSettings settings;
    private final ItemDictionary dictionary;
    private final VectorReader reader;

    /** A store of vectors on top of a key-value store. */
    public KafkaVectorStore(KeyValueStore<Bytes, byte[]> store, VectorSettings settings, ItemDictionary dictionary) {
        this.store = store;
        this.settings = settings;
        this.dictionary = dictionary;
        this.reader = new VectorReader(settings, dictionary);
    }

    @Override
    public UserVector load(String userId) {
        Bytes headerKey = Bytes.wrap(CellKey.prefixOf(userId));
        byte[] header = store.get(headerKey); // read first: a scan costs more for a new user
        if (header == null) {
            return new UserVector(settings, dictionary);
        }
        VectorCodec.decodeJournal(header)
                .ifPresent(journal -> write(userId, journal)); // repeats writes that a crash may have lost
        return reader.scan(store, headerKey).orElseThrow();
    }

    @Override
    public void save(String userId, UserVector vector, int... items) {
        Journal journal = journalOf(vector, items);
        boolean mayRepeat = settings.rememberedEvents() > 0; // else transactions keep header and cells together
        Header header = vector.header();
        store.put(
                Bytes.wrap(CellKey.prefixOf(userId)),
                VectorCodec.encode(header, mayRepeat ? Optional.of(journal) : Optional.empty()));
        write(userId, journal);
    }

    private Journal journalOf(UserVector vector, int... items) {
        Map<String, Optional<byte[]>> cells = new LinkedHashMap<>();
        for (int item : items) {
            int at = vector.indexOf(item);
            cells.put(
                    dictionary.idOf(item),
                    at < 0 ? Optional.empty() : Optional.of(VectorCodec.encode(vector.cell(at))));
        }
        return new Journal(cells);
    }

    private void write(String userId, Journal journal) {
        journal.cells().forEach((item, cell) -> store.put(cellKey(userId, item), cell.orElse(null)));
    }

    /**
     * Deletes the header last: if a crash left cells without a header, they would return with the user's next event.
     */
    @Override
    public void remove(String userId) {
        Bytes headerKey = Bytes.wrap(CellKey.prefixOf(userId));
        List<Bytes> keys = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> entries = store.prefixScan(headerKey, new BytesSerializer())) {
            entries.forEachRemaining(entry -> keys.add(entry.key));
        }
        Collections.reverse(keys);
        keys.forEach(store::delete);
    }

    private static Bytes cellKey(String userId, String itemId) {
        return Bytes.wrap(new CellKey(userId, itemId).toBytes());
    }
}
