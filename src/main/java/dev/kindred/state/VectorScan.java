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
 * One pass over the vectors of a store, each decoded when its turn comes. Not thread safe, and to be closed.
 *
 * <p>A cell without a header in front of it belongs to no vector, and is passed over.
 */
public final class VectorScan implements Iterator<StoredVector>, AutoCloseable {

    private final KeyValueIterator<Bytes, byte[]> entries;
    private final BiFunction<byte[], Iterator<KeyValue<Bytes, byte[]>>, UserVector> decoder;
    private long read;

    /**
     * Takes over an iterator that stands in front of a header.
     *
     * @param decoder makes a vector of the value of its header and of all its cells
     */
    VectorScan(
            KeyValueIterator<Bytes, byte[]> entries,
            BiFunction<byte[], Iterator<KeyValue<Bytes, byte[]>>, UserVector> decoder) {
        this.entries = entries;
        this.decoder = decoder;
    }

    /** How many headers and cells were read so far, which is what the scan costs. */
    public long entriesRead() {
        return read;
    }

    @Override
    public boolean hasNext() {
        while (entries.hasNext() && !isHeader(entries.peekNextKey().get())) {
            take();
        }
        return entries.hasNext();
    }

    private static boolean isHeader(byte[] key) {
        return key[key.length - 1] == 0;
    }

    private KeyValue<Bytes, byte[]> take() {
        read++;
        return entries.next();
    }

    @Override
    public StoredVector next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        KeyValue<Bytes, byte[]> header = take();
        byte[] prefix = header.key.get();
        String userId = new String(prefix, 0, prefix.length - 1, StandardCharsets.UTF_8);
        return new StoredVector(userId, decoder.apply(header.value, new Cells(prefix)));
    }

    /** What follows a header and begins with its key. */
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
            return take();
        }
    }

    @Override
    public void close() {
        entries.close();
    }
}
