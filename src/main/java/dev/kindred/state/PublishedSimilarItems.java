package dev.kindred.state;

import dev.kindred.model.Sha256;
import dev.kindred.model.SimilarItem;
import dev.kindred.model.SimilarItemLists;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The last published similar items of each item, in a key-value store of Kafka Streams, keyed by item id: not the
 * lists, but a SHA-256 prefix that detects changes. The time of computation is not part of it.
 *
 * <pre>
 * layout 1 | digest 16
 * </pre>
 */
public record PublishedSimilarItems(KeyValueStore<Bytes, byte[]> store) {

    private static final byte LAYOUT = 1;
    private static final int DIGEST_BYTES = 16;

    /** Calls back with every item that has published lists. */
    public void forEachItem(Consumer<String> action) {
        try (KeyValueIterator<Bytes, byte[]> entries = store.all()) {
            entries.forEachRemaining(entry -> action.accept(new String(entry.key.get(), StandardCharsets.UTF_8)));
        }
    }

    /** Records lists as published. Returns whether they differ from the ones before. */
    public boolean replace(SimilarItemLists lists) {
        byte[] digest = digest(lists);
        Bytes key = key(lists.itemId());
        boolean differs = !Arrays.equals(digest, store.get(key)); // a digest of another layout differs
        if (differs) {
            store.put(key, digest);
        }
        return differs;
    }

    /** Records that an item has no published lists. Returns whether it had some. */
    public boolean remove(String itemId) {
        return store.delete(key(itemId)) != null;
    }

    private static Bytes key(String itemId) {
        return Bytes.wrap(itemId.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] digest(SimilarItemLists lists) {
        MessageDigest sha256 = Sha256.digest();
        update(sha256, lists.similar());
        update(sha256, lists.boughtTogether());
        return ByteBuffer.allocate(1 + DIGEST_BYTES)
                .put(LAYOUT)
                .put(sha256.digest(), 0, DIGEST_BYTES)
                .array();
    }

    /** Includes the length of the list and of every id, so that different lists give different bytes. */
    private static void update(MessageDigest sha256, List<SimilarItem> items) {
        sha256.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, items.size()));
        for (SimilarItem item : items) {
            byte[] id = item.itemId().getBytes(StandardCharsets.UTF_8);
            sha256.update(ByteBuffer.allocate(Integer.BYTES + id.length + Float.BYTES)
                    .putInt(id.length)
                    .put(id)
                    .putFloat((float) item.similarity()) // as in the record
                    .flip());
        }
    }
}
