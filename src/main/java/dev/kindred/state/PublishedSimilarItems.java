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
 * What was published last of what goes with an item, in a key-value store of Kafka Streams under the item's id: not the
 * lists, but enough of their SHA-256 to tell that others differ. When they were computed makes no difference.
 *
 * <pre>
 * layout 1 | digest 16
 * </pre>
 */
public final class PublishedSimilarItems {

    private static final byte LAYOUT = 1;
    private static final int DIGEST_BYTES = 16;

    private final KeyValueStore<Bytes, byte[]> store;

    /** What is remembered in this store. */
    public PublishedSimilarItems(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
    }

    /** Names every item of which something is published. */
    public void forEachItem(Consumer<String> action) {
        try (KeyValueIterator<Bytes, byte[]> entries = store.all()) {
            entries.forEachRemaining(entry -> action.accept(new String(entry.key.get(), StandardCharsets.UTF_8)));
        }
    }

    /** Remembers what is published from now on; returns whether it differs from what was. */
    public boolean replace(SimilarItemLists lists) {
        byte[] digest = digest(lists);
        Bytes key = key(lists.itemId());
        boolean differs = !Arrays.equals(digest, store.get(key)); // one of another layout does
        if (differs) {
            store.put(key, digest);
        }
        return differs;
    }

    /** Remembers that nothing is published of an item; returns whether something was. */
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

    /** With its length, and that of every id, so that no other lists give the same bytes. */
    private static void update(MessageDigest sha256, List<SimilarItem> items) {
        sha256.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, items.size()));
        for (SimilarItem item : items) {
            byte[] id = item.itemId().getBytes(StandardCharsets.UTF_8);
            sha256.update(ByteBuffer.allocate(Integer.BYTES + id.length + Float.BYTES)
                    .putInt(id.length)
                    .put(id)
                    .putFloat((float) item.similarity()) // as it travels
                    .flip());
        }
    }
}
