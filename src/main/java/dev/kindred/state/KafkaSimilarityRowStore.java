package dev.kindred.state;

import dev.kindred.similarity.SimilarityRow;
import dev.kindred.similarity.SimilarityRowStore;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Similarity rows in a key-value store of Kafka Streams, keyed by user id.
 *
 * <pre>
 * layout 1 | vector version 8 | matrix epoch 8 | matrix sequence 8 | slot 4 and product 4, repeated
 * </pre>
 */
public record KafkaSimilarityRowStore(KeyValueStore<Bytes, byte[]> store) implements SimilarityRowStore {

    private static final byte LAYOUT = 1;
    private static final int HEADER_BYTES = 1 + 3 * Long.BYTES;
    private static final int ENTRY_BYTES = Integer.BYTES + Float.BYTES;

    @Override
    public SimilarityRow load(String userId) {
        byte[] encoded = store.get(key(userId));
        boolean readable = encoded != null && encoded[0] == LAYOUT; // rows of other layouts are recomputed
        return readable ? decode(ByteBuffer.wrap(encoded)) : new SimilarityRow();
    }

    private static SimilarityRow decode(ByteBuffer bytes) {
        int size = (bytes.remaining() - HEADER_BYTES) / ENTRY_BYTES;
        bytes.get();
        long version = bytes.getLong();
        long epoch = bytes.getLong();
        long sequence = bytes.getLong();
        int[] slots = new int[size];
        float[] products = new float[size];
        for (int i = 0; i < size; i++) {
            slots[i] = bytes.getInt();
            products[i] = bytes.getFloat();
        }
        return SimilarityRow.wrap(version, epoch, sequence, slots, products);
    }

    @Override
    public void save(String userId, SimilarityRow row) {
        ByteBuffer bytes = ByteBuffer.allocate(HEADER_BYTES + row.size() * ENTRY_BYTES);
        bytes.put(LAYOUT).putLong(row.version()).putLong(row.epoch()).putLong(row.sequence());
        for (int i = 0; i < row.size(); i++) {
            bytes.putInt(row.slot(i)).putFloat(row.product(i));
        }
        store.put(key(userId), bytes.array());
    }

    @Override
    public void remove(String userId) {
        store.delete(key(userId));
    }

    private static Bytes key(String userId) {
        return Bytes.wrap(userId.getBytes(StandardCharsets.UTF_8));
    }
}
