package dev.kindred.state;

import dev.kindred.vector.UserVector;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.BiFunction;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;

/**
 * One pass over the vectors of a store, decoded one at a time. Not thread safe; must be closed.
 *
 * <p>A cell without a preceding header belongs to no vector and is skipped.
 */
public final class VectorScan implements Iterator<StoredVector>, AutoCloseable {

    private final KeyValueIterator<Bytes, byte[]> entries;
    private final BiFunction<byte[], Iterator<KeyValue<Bytes, byte[]>>, UserVector> decoder;
    private long read;

    /**
     * A scan that owns an iterator, positioned before a header.
     *
     * @param decoder makes a vector from the value of its header and all its cells
     */
    VectorScan(
            KeyValueIterator<Bytes, byte[]> entries,
            BiFunction<byte[], Iterator<KeyValue<Bytes, byte[]>>, UserVector> decoder) {
        this.entries = entries;
        this.decoder = decoder;
    }

    /** The number of headers and cells read so far: the cost of the scan. */
    public long entriesRead() {
        return read;
    }

    @Override
    public boolean hasNext() {
        while (entries.hasNext() && !isHeader(entries.peekNextKey().get())) {
            advance();
        }
        return entries.hasNext();
    }

    private static boolean isHeader(byte[] key) {
        return key[key.length - 1] == 0;
    }

    private KeyValue<Bytes, byte[]> advance() {
        read++;
        return entries.next();
    }

    @Override
    public StoredVector next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        KeyValue<Bytes, byte[]> header = advance();
        byte[] prefix = header.key.get();
        String userId = new String(prefix, 0, prefix.length - 1, StandardCharsets.UTF_8);
        return new StoredVector(userId, decoder.apply(header.value, new Cells(prefix)));
    }

    /** The entries after a header whose keys begin with the header's key. */
    private final class Cells implements Iterator<KeyValue<Bytes, byte[]>> {

        private final byte[] prefix;

        Cells(byte[] prefix) {
            this.prefix = prefix;
        }

        @Override
        public boolean hasNext() {
            return entries.hasNext() && isOfUser(entries.peekNextKey().get());
        }

        private boolean isOfUser(byte[] key) {
            return key.length > prefix.length && Arrays.equals(key, 0, prefix.length, prefix, 0, prefix.length);
        }

        @Override
        public KeyValue<Bytes, byte[]> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return advance();
        }
    }

    @Override
    public void close() {
        entries.close();
    }
}
