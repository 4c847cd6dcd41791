package dev.kindred.state;

import dev.kindred.model.ErasureNotes;
import dev.kindred.model.ErasureReceipt;
import dev.kindred.model.KeyedHash;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The erasures of a task's users, in a key-value store of Kafka Streams. No entry names a person: users are given by
 * keyed hashes.
 *
 * <pre>
 * key: 'm' hash 16          value: layout 1 | time 8          marker: what is not newer is dropped
 * key: 'n' hash 16          value: layout 1 | time 8 | hash 16  note: the user was merged into another
 * key: 'w' hash 16          value: layout 1 | time 8          the user refuses a required consent
 * key: 'd'                  value: layout 1 | day 8 | users 8 | events 8 | cells 4   expired in a day, without a receipt yet
 * key: 'r' request id       value: layout 1 | time 8 | receipt, as on its topic
 * key: 'h'                  value: layout 1 | time 8 | receipt  the newest of the partition, end of its chain
 * </pre>
 *
 * <p>Markers, notes and receipts are kept until {@link #expire}, refusals until the user consents. Not thread safe: one per task.
 */
public final class Erasures {

    private static final byte LAYOUT = 1;
    private static final byte MARKER = 'm';
    private static final byte NOTE = 'n';
    private static final byte REFUSAL = 'w';
    private static final byte RECEIPT = 'r';
    private static final Bytes HEAD = Bytes.wrap(new byte[] {'h'});
    private static final Bytes DAY = Bytes.wrap(new byte[] {'d'});
    private static final int TIME_END = 1 + Long.BYTES;

    private final KeyValueStore<Bytes, byte[]> store;
    private final KeyedHash hash;
    private final Serializer<ErasureReceipt> serializer;
    private final Deserializer<ErasureReceipt> deserializer;
    private boolean hasMarkers;

    /**
     * The erasures in a store.
     *
     * @param hash the pseudonyms of users; with another one, former markers are not found
     */
    public Erasures(
            KeyValueStore<Bytes, byte[]> store,
            KeyedHash hash,
            Serializer<ErasureReceipt> serializer,
            Deserializer<ErasureReceipt> deserializer) {
        this.store = store;
        this.hash = hash;
        this.serializer = serializer;
        this.deserializer = deserializer;
        try (KeyValueIterator<Bytes, byte[]> markers = all(MARKER)) {
            this.hasMarkers = markers.hasNext();
        }
    }

    /** Whether a user was erased at or after a time, so that what happened then must not be learned. */
    public boolean covers(String userId, long timeMs) {
        if (!hasMarkers) { // the usual case costs nothing
            return false;
        }
        byte[] marker = store.get(key(MARKER, userId));
        return marker != null && timeMs <= timeOf(marker);
    }

    /** Remembers that a user is erased with all that happened until a time. An earlier time changes nothing. */
    public void mark(String userId, long timeMs) {
        if (!covers(userId, timeMs)) {
            store.put(key(MARKER, userId), value(timeMs, new byte[0]));
            hasMarkers = true;
        }
    }

    /** Notes that a user was merged into another. */
    public void noteMerge(String from, String into, long timeMs) {
        store.put(key(NOTE, from), value(timeMs, HexFormat.of().parseHex(hash.of(into))));
    }

    /** Removes the note of a user, and returns the pseudonym of the other one. */
    public Optional<String> takeNote(String from) {
        return Optional.ofNullable(store.delete(key(NOTE, from))).map(Erasures::otherOf);
    }

    /**
     * Notes that a user refuses a required consent.
     *
     * @return whether a refusal of this time was noted before: its record comes again, as after a crash
     */
    public boolean noteRefusal(String userId, long timeMs) {
        byte[] note = value(timeMs, new byte[0]);
        boolean isRepeated = Arrays.equals(note, store.get(key(REFUSAL, userId)));
        if (!isRepeated) {
            store.put(key(REFUSAL, userId), note);
        }
        return isRepeated;
    }

    /** Removes the note that a user refuses, if there is one. */
    public boolean takeRefusal(String userId) {
        return store.delete(key(REFUSAL, userId)) != null;
    }

    /** The pseudonym of a user. */
    public String pseudonym(String userId) {
        return hash.of(userId);
    }

    /**
     * The users of a day who were not seen for too long.
     *
     * @param day since 1970-01-01
     */
    public record Expired(long day, long users, long events, int cells) {

        /** With one more user. */
        public Expired plus(ErasureReceipt.Held held) {
            return new Expired(day, users + 1, events + held.events(), cells + held.cells());
        }
    }

    /** Adds users to those of their day. */
    public void addExpired(Expired more) {
        Expired now = expired().orElse(new Expired(more.day(), 0, 0, 0));
        store.put(
                DAY,
                value(
                        now.day(),
                        ByteBuffer.allocate(2 * Long.BYTES + Integer.BYTES)
                                .putLong(now.users() + more.users())
                                .putLong(now.events() + more.events())
                                .putInt(now.cells() + more.cells())
                                .array()));
    }

    /** Removes the users of a day that is over. */
    public Optional<Expired> takeExpiredBefore(long day) {
        Optional<Expired> over = expired().filter(expired -> expired.day() < day);
        over.ifPresent(expired -> store.delete(DAY));
        return over;
    }

    private Optional<Expired> expired() {
        return Optional.ofNullable(store.get(DAY)).map(value -> {
            ByteBuffer read = ByteBuffer.wrap(value, 1, value.length - 1);
            return new Expired(read.getLong(), read.getLong(), read.getLong(), read.getInt());
        });
    }

    /** The place of the next receipt in the chain. */
    public ErasureReceipt.Link nextLink(int partition) {
        byte[] head = store.get(HEAD);
        return head == null
                ? ErasureReceipt.Link.first(partition)
                : receiptOf(head, deserializer).next();
    }

    /** Remembers a receipt, the newest one. */
    public void keep(ErasureReceipt receipt) {
        byte[] value = value(receipt.erasedMs(), serializer.serialize("", receipt));
        store.put(key(receipt.requestId()), value);
        store.put(HEAD, value);
    }

    /** The receipt of a request that was carried out. */
    public Optional<ErasureReceipt> receipt(String requestId) {
        return receipt(store, requestId, deserializer);
    }

    /** The receipt of a request, in a store of another thread. */
    public static Optional<ErasureReceipt> receipt(
            ReadOnlyKeyValueStore<Bytes, byte[]> store, String requestId, Deserializer<ErasureReceipt> deserializer) {
        return Optional.ofNullable(store.get(key(requestId))).map(value -> receiptOf(value, deserializer));
    }

    /** The notes on a user, in a store of another thread. */
    public static ErasureNotes notes(ReadOnlyKeyValueStore<Bytes, byte[]> store, KeyedHash hash, String userId) {
        byte[] pseudonym = HexFormat.of().parseHex(hash.of(userId));
        return new ErasureNotes(
                time(store.get(key(MARKER, pseudonym))),
                time(store.get(key(REFUSAL, pseudonym))),
                Optional.ofNullable(store.get(key(NOTE, pseudonym))).map(Erasures::otherOf));
    }

    private static OptionalLong time(byte @Nullable [] value) {
        return value == null ? OptionalLong.empty() : OptionalLong.of(timeOf(value));
    }

    private static String otherOf(byte[] note) {
        return HexFormat.of().formatHex(note, TIME_END, note.length);
    }

    private static ErasureReceipt receiptOf(byte[] value, Deserializer<ErasureReceipt> deserializer) {
        byte[] bytes = new byte[value.length - TIME_END];
        System.arraycopy(value, TIME_END, bytes, 0, bytes.length);
        return deserializer.deserialize("", bytes);
    }

    /** Removes markers, notes and receipts of a time before; the end of the chain stays. */
    public void expire(long beforeMs) {
        List<Bytes> expired = new ArrayList<>();
        for (byte kind : new byte[] {MARKER, NOTE, RECEIPT}) {
            try (KeyValueIterator<Bytes, byte[]> entries = all(kind)) {
                entries.forEachRemaining(entry -> {
                    if (timeOf(entry.value) < beforeMs) {
                        expired.add(entry.key);
                    }
                });
            }
        }
        expired.forEach(store::delete);
    }

    private KeyValueIterator<Bytes, byte[]> all(byte kind) {
        return store.range(Bytes.wrap(new byte[] {kind}), Bytes.wrap(new byte[] {(byte) (kind + 1)}));
    }

    private static long timeOf(byte[] value) {
        return ByteBuffer.wrap(value).getLong(1);
    }

    private Bytes key(byte kind, String userId) {
        return key(kind, HexFormat.of().parseHex(hash.of(userId)));
    }

    private static Bytes key(String requestId) {
        return key(RECEIPT, requestId.getBytes(StandardCharsets.UTF_8));
    }

    private static Bytes key(byte kind, byte[] rest) {
        return Bytes.wrap(
                ByteBuffer.allocate(1 + rest.length).put(kind).put(rest).array());
    }

    private static byte[] value(long timeMs, byte[] rest) {
        return ByteBuffer.allocate(TIME_END + rest.length)
                .put(LAYOUT)
                .putLong(timeMs)
                .put(rest)
                .array();
    }
}
