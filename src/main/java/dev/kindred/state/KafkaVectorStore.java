package dev.kindred.state;

import dev.kindred.model.CellKey;
import dev.kindred.model.ItemDictionary;
import dev.kindred.vector.Header;
import dev.kindred.vector.UserVector;
import dev.kindred.vector.VectorChange;
import dev.kindred.vector.VectorSettings;
import dev.kindred.vector.VectorStore;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Vectors in a key-value store of Kafka Streams: the header under {@code user 0x00}, each cell under the bytes of its
 * {@link CellKey}. So one prefix scan reads a vector, header first, and one event writes two small values.
 */
public final class KafkaVectorStore implements VectorStore {

    private final KeyValueStore<Bytes, byte[]> store;
    private final VectorSettings settings;
    private final ItemDictionary dictionary;
    private final VectorReader reader;

    /** Vectors in this store. */
    public KafkaVectorStore(KeyValueStore<Bytes, byte[]> store, VectorSettings settings, ItemDictionary dictionary) {
        this.store = store;
        this.settings = settings;
        this.dictionary = dictionary;
        this.reader = new VectorReader(settings, dictionary);
    }

    @Override
    public UserVector load(String userId) {
        Bytes headerKey = Bytes.wrap(CellKey.prefixOf(userId));
        byte[] header = store.get(headerKey); // asked first: for a new user, a scan would cost more
        if (header == null) {
            return new UserVector(settings, dictionary);
        }
        VectorCodec.decodeJournal(header)
                .ifPresent(journal -> write(userId, journal)); // what a crash may have left out
        return reader.scan(store, headerKey).orElseThrow();
    }

    @Override
    public void save(String userId, UserVector vector, VectorChange change) {
        Journal journal = journalOf(vector, change);
        boolean mayRepeat = settings.rememberedEvents() > 0; // else transactions keep header and cell together
        Header header = vector.header();
        store.put(
                Bytes.wrap(CellKey.prefixOf(userId)),
                VectorCodec.encode(header, mayRepeat ? Optional.of(journal) : Optional.empty()));
        write(userId, journal);
    }

    private Journal journalOf(UserVector vector, VectorChange change) {
        int touched = vector.indexOf(change.item());
        return new Journal(
                dictionary.idOf(change.item()),
                touched < 0 ? Optional.empty() : Optional.of(VectorCodec.encode(vector.cell(touched))),
                change.hasEvicted() ? Optional.of(dictionary.idOf(change.evictedItem())) : Optional.empty());
    }

    private void write(String userId, Journal journal) {
        journal.cell().ifPresent(cell -> store.put(cellKey(userId, journal.itemId()), cell));
        journal.evictedItemId().ifPresent(item -> store.delete(cellKey(userId, item)));
    }

    private static Bytes cellKey(String userId, String itemId) {
        return Bytes.wrap(new CellKey(userId, itemId).toBytes());
    }
}
